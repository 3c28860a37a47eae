/// Choosing a lens's threshold by labels of a drawn sample, and keeping what was chosen by version.
@NullMarked
package dev.anmok.app.threshold;

import org.jspecify.annotations.NullMarked;
