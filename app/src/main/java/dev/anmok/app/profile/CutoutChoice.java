package dev.anmok.app.profile;

import dev.anmok.core.cutout.CutoutTreatment;
import java.util.List;

/// What a profile says of cutting photos out: its section `cutout`.
///
/// @param model id of a pack of the workspace, or `grabcut`
/// @param treatment what is done with the masks
/// @param offFor heads or leaves of the taxonomy whose photos are not cut out
public record CutoutChoice(String model, CutoutTreatment treatment, List<String> offFor) {
  public CutoutChoice {
    offFor = List.copyOf(offFor);
  }
}
