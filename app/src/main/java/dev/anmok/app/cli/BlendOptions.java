package dev.anmok.app.cli;

import dev.anmok.app.query.Weights;
import dev.anmok.core.search.Fusion;
import picocli.CommandLine.Option;

/// How what photos show and what their texts say become one ranking.
final class BlendOptions {
  @Option(
      names = "--weights",
      paramLabel = "NAME=N,…",
      description = {
        "how much vector, words and less count, and a photo beside the words of one query",
        "(default: vector=0.25,words=1,less=0.5,photo=1)"
      })
  private String weights = "";

  @Option(
      names = "--fusion",
      paramLabel = "weighted|rrf",
      description = "how vector and words become one ranking (default: weighted)")
  private FusionName fusion = FusionName.WEIGHTED;

  /// Ways to fuse, as users call them.
  enum FusionName {
    WEIGHTED,
    RRF;

    Fusion fusion() {
      return switch (this) {
        case WEIGHTED -> new Fusion.Weighted();
        case RRF -> new Fusion.ReciprocalRank(Fusion.ReciprocalRank.PUBLISHED);
      };
    }
  }

  Fusion fusion() {
    return fusion.fusion();
  }

  Weights weights() {
    return weights.isEmpty()
        ? Weights.DEFAULT
        : UsageException.reading("--weights", () -> Weights.parse(weights));
  }
}
