/// Groups of photos that show the same thing.
@NullMarked
package dev.anmok.core.cluster;

import org.jspecify.annotations.NullMarked;
