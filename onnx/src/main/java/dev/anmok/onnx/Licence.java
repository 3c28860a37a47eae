package dev.anmok.onnx;

import java.io.IOException;

/// What may be done with a pack's weights.
///
/// @param text the licence in one sentence
/// @param commercial whether commercial use is allowed
/// @param reason why it is not; empty where it is
public record Licence(String text, boolean commercial, String reason) {
  static Licence parse(PackJson top) throws IOException {
    var json = top.object("licence");
    json.only("text", "commercial", "reason");
    return new Licence(json.text("text"), json.flag("commercial"), json.text("reason"));
  }
}
