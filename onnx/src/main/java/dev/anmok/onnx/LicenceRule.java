package dev.anmok.onnx;

import java.io.IOException;
import java.io.Serial;

/// Which packs may be used.
public enum LicenceRule {
  /// All that are there.
  ANY,
  /// Those whose weights are free for commercial use (`models.commercial-only`).
  COMMERCIAL_ONLY;

  /// A pack is there and may not be used.
  public static final class RefusedException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    RefusedException(String id, Licence licence) {
      super(
          "the model %s is not for commercial use: %s; models.commercial-only refuses it (--commercial-only, ANMOK_MODELS_COMMERCIAL_ONLY)"
              .formatted(id, licence.reason()));
    }
  }

  /// Refuses a pack that may not be used, by its name and with the reason.
  public void require(String id, Licence licence) throws RefusedException {
    if (this == COMMERCIAL_ONLY && !licence.commercial()) {
      throw new RefusedException(id, licence);
    }
  }
}
