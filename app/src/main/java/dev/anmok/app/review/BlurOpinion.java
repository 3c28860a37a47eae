package dev.anmok.app.review;

import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.quality.BlurVerdict;

/// What the machine says of a photo, and how sure of it it is.
///
/// @param verdict the verdict with its evidence
/// @param machine the same as it is stored
/// @param distance how far the score lies from the middle of the uncertain band, in half its
///   widths: 0 least sure, 1 at either end; infinite where there is no band
public record BlurOpinion(BlurVerdict verdict, MachineVerdict machine, double distance)
    implements Opinion {
  @Override
  public boolean uncertain() {
    return verdict instanceof BlurVerdict.Uncertain;
  }
}
