/// What the pixels themselves say: sharpness, exposure, perceptual hashes.
@NullMarked
package dev.anmok.core.quality;

import org.jspecify.annotations.NullMarked;
