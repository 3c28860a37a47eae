package dev.anmok.app.cli;

import dev.anmok.app.train.HeadTraining.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How photos are held out from learning.
final class SplitOptions {
  @Option(
      names = "--folds",
      paramLabel = "K",
      description = "predict each of K parts from the others (default: 5)")
  private @Nullable Integer folds;

  @Option(
      names = "--test-share",
      paramLabel = "S",
      description = "predict one share, 0 to 0.9, from the rest, and not by folds")
  private @Nullable Double testShare;

  Split split() {
    if (folds != null && testShare != null) {
      throw new UsageException("give --folds or --test-share, not both");
    }
    if (testShare != null) {
      if (!(testShare > 0 && testShare <= 0.9)) {
        throw new UsageException("--test-share must be above 0 and at most 0.9, was " + testShare);
      }
      return new Split.Share(testShare);
    }
    int count = folds == null ? 5 : folds;
    if (count < 2) {
      throw new UsageException("--folds must be at least 2, was " + count);
    }
    return new Split.Folds(count);
  }
}
