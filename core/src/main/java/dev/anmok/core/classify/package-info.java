/// Categories of products: a taxonomy of two levels, classifiers of several kinds with calibrated
/// confidence, and the gate that says what a search may do with a guess.
@NullMarked
package dev.anmok.core.classify;

import org.jspecify.annotations.NullMarked;
