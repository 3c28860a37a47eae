package dev.anmok.app.report;

import dev.anmok.core.score.Gaussian;
import java.util.List;

/// What was found about the deltas of a workspace.
///
/// @param proposals thresholds, in the order shown; four at most
/// @param modes the two components of the fitted mixture, the lower first; empty if none was fitted
/// @param effects what several thresholds would leave, by rising threshold
public record TuneFindings(
    List<Proposal> proposals, List<Gaussian> modes, List<ThresholdEffect> effects) {
  private static final int MOST_PROPOSALS = 4;

  public TuneFindings {
    proposals = List.copyOf(proposals);
    modes = List.copyOf(modes);
    effects = List.copyOf(effects);
    if (modes.size() != 0 && modes.size() != 2) {
      throw new IllegalArgumentException("modes must be none or two, were " + modes.size());
    }
    if (proposals.size() > MOST_PROPOSALS) {
      throw new IllegalArgumentException(
          "proposals must be " + MOST_PROPOSALS + " at most, were " + proposals.size());
    }
  }
}
