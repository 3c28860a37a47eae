package dev.anmok.app.train;

import dev.anmok.app.head.StoredHead;
import dev.anmok.core.evaluate.Correlation;
import dev.anmok.core.evaluate.PredictionError;
import dev.anmok.core.evaluate.RidgeTrial;
import dev.anmok.core.score.HighlightScorer;
import dev.anmok.core.score.RidgeRegression;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Fits a head to rated photos and says how well heads fitted in this way predict photos that they
/// have not seen.
///
/// @param rows rated photos; those of one group never stand on both sides
/// @param split how photos are held out
/// @param lambda strength of shrinkage; 0 chooses it by generalised cross-validation
public record HeadTraining(List<RidgeTrial.Row> rows, Split split, double lambda) {
  /// Fewest photos that a head is fitted to.
  public static final int MIN_PHOTOS = 20;

  /// How photos are held out.
  public sealed interface Split {
    /// Each of some parts is predicted from the others.
    record Folds(int count) implements Split {}

    /// One share is predicted from the rest.
    record Share(double share) implements Split {}
  }

  /// What came of it.
  ///
  /// @param head fitted to all photos
  /// @param lambda the strength used
  /// @param heldOut figures of heads fitted without the photos that they predicted
  public record Trained(StoredHead head, double lambda, PredictionError heldOut) {}

  /// Fits the head.
  ///
  /// @throws IOException if the photos are too few, have one group, or all have one score
  public Trained train(String name) throws IOException {
    check();
    var trial = new RidgeTrial(rows, lambda);
    var heldOut =
        switch (split) {
          case Split.Folds(int count) -> trial.folds(count);
          case Split.Share(double share) -> trial.share(share);
        };
    var ridge = RidgeRegression.of(rows.stream().map(RidgeTrial.Row::rated).toList());
    double used = lambda > 0 ? lambda : ridge.bestLambda();
    var how =
        String.format(
            Locale.ROOT,
            "ridge regression on %d photos, lambda %.4g%s; held out: %s",
            rows.size(),
            used,
            lambda > 0 ? "" : " by generalised cross-validation",
            describe());
    var head = new StoredHead(name, ridge.fit(used), how, figures(heldOut));
    return new Trained(head, used, heldOut);
  }

  /// How a lens that learnt nothing from these photos agrees with their scores.
  public PredictionError compare(HighlightScorer lens) {
    var given = rows.stream().mapToDouble(row -> row.rated().score()).toArray();
    var predicted = rows.stream().mapToDouble(row -> lens.raw(row.rated().embedding())).toArray();
    var mean = new double[given.length];
    Arrays.fill(mean, Arrays.stream(given).average().orElseThrow());
    return PredictionError.of(predicted, mean, given);
  }

  /// The split in plain words.
  public String describe() {
    return switch (split) {
      case Split.Folds(int count) -> count + " folds";
      case Split.Share(double share) -> "a share of " + share;
    };
  }

  private void check() throws IOException {
    if (rows.size() < MIN_PHOTOS) {
      throw new IOException(
          "a head needs at least " + MIN_PHOTOS + " rated photos, found " + rows.size());
    }
    double first = rows.getFirst().rated().score();
    if (rows.stream().allMatch(row -> row.rated().score() == first)) {
      throw new IOException("all photos have the score " + first + ": nothing can be learnt");
    }
    long groups = rows.stream().map(RidgeTrial.Row::group).distinct().count();
    long needed =
        switch (split) {
          case Split.Folds(int count) -> count;
          case Split.Share _ -> 2;
        };
    if (groups < needed) {
      throw new IOException(
          "the photos make " + groups + " groups, but " + describe() + " need " + needed);
    }
  }

  private static Map<String, Double> figures(PredictionError error) {
    var figures = new LinkedHashMap<String, Double>();
    figures.put("photos", (double) error.count());
    put(figures, "spearman", error.spearman());
    put(figures, "pearson", error.pearson());
    figures.put("rmse", error.rmse());
    figures.put("rmse_of_the_mean", error.meanRmse());
    return figures;
  }

  private static void put(
      Map<String, Double> figures, String name, Optional<Correlation> correlation) {
    correlation.ifPresent(found -> {
      figures.put(name, found.value());
      figures.put(name + "_low", found.low());
      figures.put(name + "_high", found.high());
    });
  }
}
