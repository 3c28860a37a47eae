/// Training of heads on photos that people rated.
@NullMarked
package dev.anmok.app.train;

import org.jspecify.annotations.NullMarked;
