package dev.anmok.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sequence of tokens, as its last token and what came before; sequences share their beginnings.
///
/// @param before null for the start
/// @param length number of tokens, the start included
record Prefix(@Nullable Prefix before, long token, int length) {
  static Prefix start(long token) {
    return new Prefix(null, token, 1);
  }

  Prefix then(long next) {
    return new Prefix(this, next, length + 1);
  }

  /// All tokens, the start among them.
  List<Long> tokens() {
    var tokens = new ArrayList<Long>(length);
    for (var at = this; at != null; at = at.before) {
      tokens.addFirst(at.token);
    }
    return tokens;
  }
}
