package dev.anmok.app.cli;

import dev.anmok.onnx.Pack;

/// Says at start-up what may be done with the model.
final class LicenceLine {
  private LicenceLine() {}

  static void say(Console console, Pack pack) {
    var licence = pack.licence();
    if (licence.commercial()) {
      console.say("model %s: %s", pack.id(), licence.text());
    } else {
      console.say("model %s is not for commercial use: %s", pack.id(), licence.reason());
    }
  }
}
