package dev.anmok.onnx;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The generation settings that a model is published with (`generation_config.json` of the
/// transformers library) as the settings of a pack's `decoding`. What the file does not say stays
/// as the description has it.
final class Generation {
  private static final int LONGEST = 1_024;

  private Generation() {}

  static void into(ObjectNode decoding, ObjectNode published) {
    id(decoding, "start_id", published.path("decoder_start_token_id"));
    id(decoding, "end_id", published.path("eos_token_id"));
    id(decoding, "first_id", published.path("forced_bos_token_id"));
    id(decoding, "last_id", published.path("forced_eos_token_id"));
    whole(decoding, "beams", published.path("num_beams"), Integer.MAX_VALUE);
    whole(decoding, "max_length", published.path("max_length"), LONGEST);
    whole(decoding, "no_repeat", published.path("no_repeat_ngram_size"), Integer.MAX_VALUE);
    if (published.path("length_penalty").isNumber()) {
      decoding.put("length_penalty", published.path("length_penalty").doubleValue());
    }
    if (published.path("renormalize_logits").isBoolean()) {
      decoding.put("renormalise", published.path("renormalize_logits").booleanValue());
    }
    if (published.path("early_stopping").isBoolean()) {
      decoding.put(
          "early_stopping", published.path("early_stopping").booleanValue() ? "yes" : "no");
    }
    forbidden(decoding, published.path("bad_words_ids"));
  }

  private static void id(ObjectNode decoding, String key, JsonNode value) {
    whole(decoding, key, value, Long.MAX_VALUE);
  }

  private static void whole(ObjectNode decoding, String key, JsonNode value, long most) {
    if (value.isIntegralNumber()) {
      decoding.put(key, Math.min(most, value.longValue()));
    }
  }

  /// Words of one token; longer ones are not forbidden by any model that is described.
  private static void forbidden(ObjectNode decoding, JsonNode words) {
    if (words.isArray()) {
      var ids = decoding.putArray("forbidden_ids");
      for (var word : words.values()) {
        if (word.size() == 1) {
          ids.add(word.get(0).longValue());
        }
      }
    }
  }
}
