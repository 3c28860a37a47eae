package dev.anmok.app.cutout;

import dev.anmok.core.cutout.Backdrop;
import dev.anmok.core.cutout.Framing;

/// One way of showing a cut-out, to be tried.
public record TrialLook(Backdrop backdrop, Framing framing) {
  /// For people and as a key, for example `#ffffff whole`.
  public String code() {
    return backdrop.code() + " " + framing.code();
  }
}
