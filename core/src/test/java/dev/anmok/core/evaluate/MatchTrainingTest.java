package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.evaluate.MatchTraining.Example;
import dev.anmok.core.search.MatchModel;
import dev.anmok.core.search.MatchScale;
import dev.anmok.core.search.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchTrainingTest {
  private final Random random = new Random(7);

  /// Cosines of a query for something absent: normal around 0 with a deviation of 0.1.
  private float[] noise(int photos) {
    var cosines = new float[photos];
    for (int i = 0; i < photos; i++) {
      cosines[i] = (float) (0.1 * random.nextGaussian());
    }
    return cosines;
  }

  private List<float[]> absent(int queries, int photos) {
    var absent = new ArrayList<float[]>();
    for (int i = 0; i < queries; i++) {
      absent.add(noise(photos));
    }
    return absent;
  }

  /// Hits whose odds of being right are `20 c - 10 μ - 6`.
  private List<Example> hits(int count) {
    var hits = new ArrayList<Example>();
    for (int i = 0; i < count; i++) {
      var spread = new Spread(0.1 * random.nextGaussian(), 0.05 + 0.1 * random.nextDouble());
      double cosine = 0.3 + 0.1 * random.nextGaussian();
      double odds = 20 * cosine - 10 * spread.mean() - 6;
      hits.add(new Example(spread, cosine, random.nextDouble() < 1 / (1 + Math.exp(-odds))));
    }
    return hits;
  }

  @Test
  void findsTheProbabilitiesThatHitsWereDrawnWith() {
    var model = MatchTraining.train(hits(20_000), absent(40, 256));

    for (double cosine : new double[] {0.2, 0.3, 0.4}) {
      for (double mean : new double[] {-0.1, 0, 0.1}) {
        double odds = 20 * cosine - 10 * mean - 6;
        double found = MatchModel.probability(model.evidence(new Spread(mean, 0.1), cosine));
        assertThat(found).isCloseTo(1 / (1 + Math.exp(-odds)), within(0.02));
      }
    }
  }

  @Test
  void oneInTenQueriesForAbsentThingsPassesWhateverTheSizeOfTheCollection() {
    var model = MatchTraining.train(hits(2_000), absent(200, 1_024));

    for (int photos : new int[] {100, 1_024, 20_000}) {
      int passed = 0;
      int queries = 300;
      for (int i = 0; i < queries; i++) {
        var cosines = noise(photos);
        float best = -1;
        for (float cosine : cosines) {
          best = Math.max(best, cosine);
        }
        double evidence = model.evidence(new Spread(0, 0.1), best);
        passed += model.chance(evidence, photos) <= MatchScale.ABSENT ? 1 : 0;
      }
      // 0.1 within what the fit of 200 queries and the normal's slow way to a Gumbel allow
      assertThat(passed / (double) queries).as("of %d photos", photos).isBetween(0.03, 0.18);
    }
  }

  @Test
  void refusesHitsThatSayNothing() {
    var upsideDown =
        hits(2_000).stream().map(h -> new Example(h.spread(), -h.cosine(), h.right())).toList();

    assertThatThrownBy(() -> MatchTraining.train(upsideDown, absent(40, 64)))
        .hasMessage("a higher cosine does not make these hits likelier to be right");
    assertThatThrownBy(() -> MatchTraining.train(hits(200), absent(3, 64)))
        .hasMessage("at least 10 queries for absent things are needed, there are 3");
    assertThatThrownBy(() -> MatchTraining.train(hits(200), absent(40, 20)))
        .hasMessage("at least 32 background photos are needed, there are 20");
  }

  @Test
  void weighsLikeScikitLearn() throws IOException {
    var lines = RetrievalFiguresTest.lines("logistic-reference.csv");
    var rows = new ArrayList<double[]>();
    var truth = new boolean[lines.size() - 1];
    for (int i = 0; i < truth.length; i++) {
      var numbers = numbers(lines.get(i + 1));
      rows.add(Arrays.copyOf(numbers, 3));
      truth[i] = numbers[3] == 1;
    }

    assertThat(LogisticFit.fit(rows, truth))
        .containsExactly(numbers(lines.getFirst()), within(1e-4));
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
