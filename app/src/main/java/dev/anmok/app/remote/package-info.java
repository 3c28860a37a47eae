/// Services that the operator names: translation and captions by an OpenAI-compatible endpoint.
@NullMarked
package dev.anmok.app.remote;

import org.jspecify.annotations.NullMarked;
