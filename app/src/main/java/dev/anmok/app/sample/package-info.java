/// The demo's sample pictures, drawn from a seed: a small renderer, the things it draws, and the
/// plan of what each invented cafe shows. Nothing here needs a font, a model or the network.
@NullMarked
package dev.anmok.app.sample;

import org.jspecify.annotations.NullMarked;
