/// Pictures in memory: pixels, decoding port, orientation, reference resampling and preprocessing.
@NullMarked
package dev.anmok.core.image;

import org.jspecify.annotations.NullMarked;
