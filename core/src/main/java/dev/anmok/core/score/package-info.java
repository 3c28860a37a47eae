/// Lenses: named ways to score an embedding, and thresholds that belong to a space.
@NullMarked
package dev.anmok.core.score;

import org.jspecify.annotations.NullMarked;
