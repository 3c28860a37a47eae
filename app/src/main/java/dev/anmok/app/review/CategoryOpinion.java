package dev.anmok.app.review;

import dev.anmok.core.curate.CategoryDecision;
import dev.anmok.core.curate.CategoryRule;
import dev.anmok.core.pipeline.MachineVerdict;

/// Which category the machine puts a photo into, and how sure of it it is.
///
/// @param decision the category with its reason and the best scores
/// @param machine the same as it is stored; its score is how far the photo lies above the limits,
///   in cosines, negative below
/// @param rule the limits
/// @param gap how far the best category lies above the second; infinite where there is no second
/// @param distance how far it lies from the limit in the widths of the uncertain band: 0 least
///   sure, from 1 on sure
public record CategoryOpinion(
    CategoryDecision decision,
    MachineVerdict machine,
    CategoryRule rule,
    double gap,
    double distance)
    implements Opinion {
  @Override
  public boolean uncertain() {
    return distance < 1;
  }
}
