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
  private String fusion = "weighted";

  Fusion fusion() {
    return UsageException.reading("--fusion", () -> Fusion.parse(fusion));
  }

  Weights weights() {
    return weights.isEmpty()
        ? Weights.DEFAULT
        : UsageException.reading("--weights", () -> Weights.parse(weights));
  }
}
