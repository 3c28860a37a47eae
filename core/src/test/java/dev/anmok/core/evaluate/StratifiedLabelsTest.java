package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.evaluate.StratifiedLabels.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StratifiedLabelsTest {
  private static LabelledScore good(double score) {
    return new LabelledScore(score, true);
  }

  private static LabelledScore bad(double score) {
    return new LabelledScore(score, false);
  }

  @Test
  void aLabelCountsForTheRowsItStandsFor() {
    // 100 rows by 2 labels, 10 by 2: a label stands for 50 and for 5
    var labels =
        new StratifiedLabels(
            List.of(
                new Range(100, List.of(bad(1), good(2))), new Range(10, List.of(bad(3), good(4)))));

    var some = labels.at(1.5);
    assertThat(some.precision().value()).isCloseTo(55.0 / 60, within(1e-12));
    assertThat(some.recall().value()).isEqualTo(1);
    assertThat(some.labels()).isEqualTo(3);
    var few = labels.at(3);
    assertThat(few.precision().value()).isEqualTo(1);
    assertThat(few.recall().value()).isCloseTo(5.0 / 55, within(1e-12));
    assertThat(labels.at(9).precision().value()).isNaN();
    assertThat(labels.thresholds()).containsExactly(1 - 1e-4, 1.5, 2.5, 3.5);
  }

  @Test
  void oneRangeWithoutEndIsWilsonsIntervalOfAPlainShare() {
    // all 30 labels pass and 24 are good; one more is imagined: 24.5 of 31 for the variance
    var labels = new ArrayList<LabelledScore>();
    for (int i = 0; i < 30; i++) {
      labels.add(i < 24 ? good(5) : bad(5));
    }
    var range = new StratifiedLabels(List.of(new Range(1_000_000_000L, labels)));

    var plain = new Proportion(24, 30);
    assertThat(range.at(0).precision().low()).isCloseTo(plain.low(), within(1e-6));
    assertThat(range.at(0).precision().high()).isCloseTo(plain.high(), within(1e-6));
  }

  @Test
  void labelsOfEveryRowLeaveNoDoubt() {
    var labels = new StratifiedLabels(List.of(new Range(3, List.of(good(1), bad(2), good(3)))));

    var all = labels.at(0).precision();
    assertThat(all.low()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(all.high()).isCloseTo(2.0 / 3, within(1e-9));
  }

  @Test
  void agreementOfFewLabelsIsNoCertainty() {
    var four = List.of(good(1), good(1), good(1), good(1));
    var labels = new StratifiedLabels(List.of(new Range(1000, four), new Range(1000, four)));

    var precision = labels.at(0).precision();
    assertThat(precision.value()).isEqualTo(1);
    assertThat(precision.low()).isLessThan(0.75);
  }

  @Test
  void aRangeWithoutLabelsIsJoinedToItsNeighbour() {
    var one = new Range(10, List.of(good(1)));
    var none = new Range(20, List.of());

    assertThat(new StratifiedLabels(List.of(one, none)).ranges())
        .containsExactly(new Range(30, List.of(good(1))));
    assertThat(new StratifiedLabels(List.of(none, one, one)).ranges())
        .containsExactly(new Range(30, List.of(good(1))), one);
    assertThat(new StratifiedLabels(List.of(none, none)).at(0).recall().value()).isNaN();
    assertThatThrownBy(() -> new Range(0, List.of(good(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSmallestThresholdThatSurelyMeetsTheTargetIsChosen() {
    var labels = new ArrayList<LabelledScore>();
    for (int i = 0; i < 200; i++) {
      labels.add(i < 100 ? bad(i) : good(i));
    }
    var sample = new StratifiedLabels(List.of(new Range(200, labels)));
    var estimates = sample.thresholds().stream().map(sample::at).toList();

    // all are labelled: precision is 100 of 200 - i over a threshold under i; 0.9 is met from i =
    // 89
    var chosen = StratifiedLabels.surely(estimates, 0.9).orElseThrow();
    assertThat(chosen.threshold()).isEqualTo(88.5);
    assertThat(StratifiedLabels.surely(estimates, 1.01)).isEmpty();
  }

  /// A population whose truth is known, drawn from again and again: 3,000 rows of two overlapping
  /// modes.
  private static final class Population {
    private final double[] scores = new double[3000];
    private final boolean[] wanted = new boolean[scores.length];
    private final Random random;

    Population(int seed, double share) {
      random = new Random(seed);
      for (int i = 0; i < scores.length; i++) {
        wanted[i] = random.nextDouble() < share;
        scores[i] = random.nextGaussian() + (wanted[i] ? 2 : 0);
      }
    }

    StratifiedLabels sample(Strata strata, int size) {
      var draw = StratifiedDraw.of(strata, scores, random.doubles(scores.length).toArray(), size);
      var ranges = new ArrayList<Range>();
      for (int i = 0; i < strata.count(); i++) {
        var labels =
            draw.rows().get(i).stream()
                .map(row -> new LabelledScore(scores[row], wanted[row]))
                .toList();
        ranges.add(new Range(draw.sizes().get(i), labels));
      }
      return new StratifiedLabels(ranges);
    }

    Strata strata(double centre) {
      var sorted = scores.clone();
      java.util.Arrays.sort(sorted);
      return Strata.around(sorted, centre);
    }

    double count(double threshold, boolean onlyWanted) {
      double count = 0;
      for (int i = 0; i < scores.length; i++) {
        count += scores[i] > threshold && (wanted[i] || !onlyWanted) ? 1 : 0;
      }
      return count;
    }
  }

  @Test
  void estimatesAreRightOnAverageAndTheirIntervalsHoldTheTruth() {
    int draws = 2000;
    for (double share : List.of(0.15, 0.5)) {
      var population = new Population(11, share);
      var strata = population.strata(1);
      var samples = new ArrayList<StratifiedLabels>();
      for (int i = 0; i < draws; i++) {
        samples.add(population.sample(strata, 120));
      }
      for (double threshold : List.of(0.3, 1.0, 1.6)) {
        double precision = population.count(threshold, true) / population.count(threshold, false);
        double recall = population.count(threshold, true) / population.count(-99, true);
        var errors = new double[2];
        int[] held = new int[2];
        for (var sample : samples) {
          var estimate = sample.at(threshold);
          errors[0] += (estimate.precision().value() - precision) / draws;
          errors[1] += (estimate.recall().value() - recall) / draws;
          held[0] += holds(estimate.precision(), precision);
          held[1] += holds(estimate.recall(), recall);
        }
        var where = "share %s, threshold %s".formatted(share, threshold);
        // 120 labels err by some 0.04, the mean of 2000 drawings by 0.001; a ratio's own bias is
        // of the order of 1 / 120
        assertThat(errors[0]).as(where).isCloseTo(0, within(0.01));
        assertThat(errors[1]).as(where).isCloseTo(0, within(0.01));
        // nominal is 0.95; the imagined labels make intervals wider, never much narrower
        assertThat((double) held[0] / draws).as("precision, " + where).isBetween(0.93, 1.0);
        assertThat((double) held[1] / draws).as("recall, " + where).isBetween(0.93, 1.0);
      }
    }
  }

  private static int holds(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
  }

  @Test
  void totalsAreUnbiased() {
    var population = new Population(3, 0.3);
    var strata = population.strata(0.8);
    double threshold = 1.1; // within a range, not at its edge
    double truth = population.count(threshold, true);
    double sum = 0;
    double squares = 0;
    int draws = 3000;
    for (int i = 0; i < draws; i++) {
      double total = 0;
      for (var range : population.sample(strata, 60).ranges()) {
        long hits =
            range.labels().stream().filter(l -> l.wanted() && l.score() > threshold).count();
        total += (double) range.size() / range.labels().size() * hits;
      }
      sum += total;
      squares += total * total;
    }
    double mean = sum / draws;
    double deviation = Math.sqrt((squares / draws - mean * mean) / draws);
    assertThat(mean).isCloseTo(truth, within(4 * deviation));
  }
}
