package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;

/// What the encoder made of one picture.
sealed interface Encoded {
  record Vector(Embedding embedding) implements Encoded {}

  record Failed(String detail) implements Encoded {}
}
