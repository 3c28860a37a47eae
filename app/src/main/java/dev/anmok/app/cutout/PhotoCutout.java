package dev.anmok.app.cutout;

import dev.anmok.app.profile.CutoutChoice;
import dev.anmok.core.cutout.CutoutTally;
import dev.anmok.core.embed.CutOutEncoder;
import dev.anmok.core.embed.CutoutGate;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.embed.PhotoTreatment;
import java.io.IOException;

/// Cuts photos out before they are embedded, as a profile says. Thread-safe.
public final class PhotoCutout implements PhotoTreatment {
  private final CutoutChoice choice;
  private final Segmenters segmenters;
  private final CutoutGate gate;
  private final String background;
  private volatile CutoutTally tally = new CutoutTally();

  private PhotoCutout(
      CutoutChoice choice, Segmenters segmenters, CutoutGate gate, String background) {
    this.choice = choice;
    this.segmenters = segmenters;
    this.gate = gate;
    this.background = background;
  }

  /// Reads what the model's pack says of itself, and loads nothing.
  ///
  /// @param gate says which photos may be cut out at all
  /// @throws IOException if the model is not there
  public static PhotoCutout of(CutoutChoice choice, Segmenters segmenters, CutoutGate gate)
      throws IOException {
    var background = choice.treatment().canonical(segmenters.id(choice.model()), gate.id());
    return new PhotoCutout(choice, segmenters, gate, background);
  }

  @Override
  public String background() {
    return background;
  }

  @Override
  public ImageEncoder over(ImageEncoder inner) throws IOException {
    try {
      var encoder =
          new CutOutEncoder(inner, segmenters.open(choice.model()), choice.treatment(), gate);
      tally = encoder.tally();
      return encoder;
    } catch (IOException | RuntimeException e) {
      inner.close();
      throw e;
    }
  }

  /// What became of the photos that went through the encoder opened last.
  public CutoutTally tally() {
    return tally;
  }
}
