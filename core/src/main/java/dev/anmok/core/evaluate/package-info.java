/// Figures about the engine's own answers.
@NullMarked
package dev.anmok.core.evaluate;

import org.jspecify.annotations.NullMarked;
