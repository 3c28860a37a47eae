/// Unit vectors that know their space, the encoder ports, and the arithmetic on them.
@NullMarked
package dev.anmok.core.embed;

import org.jspecify.annotations.NullMarked;
