package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.onnx.Decoding.Early;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequenceSearchTest {
  private static final int VOCABULARY = 4;
  private static final long END = 3;
  private static final long START = 0;

  /// Logits that depend on the whole sequence, so that no shortcut is right by chance.
  private static float[] logits(List<Long> tokens, long seed) {
    var random = new Random(31L * tokens.hashCode() + seed);
    var row = new float[VOCABULARY];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) (3 * random.nextGaussian());
    }
    return row;
  }

  private static NextTokens model(long seed) {
    return (sequences, parents) ->
        sequences.stream().map(sequence -> logits(sequence.tokens(), seed)).toArray(float[][]::new);
  }

  private static Decoding decoding(int beams, int maxLength, double penalty, Early early) {
    var ids = new Decoding.Ids(START, END, OptionalLong.empty(), OptionalLong.empty(), Set.of());
    return new Decoding(ids, beams, maxLength, penalty, early, 0, false);
  }

  /// Every sequence up to the greatest length with its log probability, the longest without an end.
  private static void all(
      List<Long> tokens, double sum, int maxLength, long seed, List<Decoding.Found> into) {
    if (tokens.size() > 1 && (tokens.getLast() == END || tokens.size() == maxLength)) {
      into.add(new Decoding.Found(tokens.subList(1, tokens.size()), sum));
      return;
    }
    var row = logits(tokens, seed);
    double total = 0;
    for (float value : row) {
      total += Math.exp(value);
    }
    for (long token = 0; token < VOCABULARY; token++) {
      var next = new ArrayList<>(tokens);
      next.add(token);
      all(next, sum + row[(int) token] - Math.log(total), maxLength, seed, into);
    }
  }

  @Test
  void asManyBeamsAsThereAreSequencesFindTheBestOfAll() {
    for (long seed = 0; seed < 20; seed++) {
      for (double penalty : new double[] {0, 1, 2}) {
        var every = new ArrayList<Decoding.Found>();
        all(List.of(START), 0, 5, seed, every);
        double best =
            every.stream()
                .mapToDouble(found -> found.score() / Math.pow(found.ids().size(), penalty))
                .max()
                .orElseThrow();

        var found = new SequenceSearch(decoding(300, 5, penalty, Early.NEVER)).search(model(seed));

        assertThat(found.score()).isCloseTo(best, within(1e-6));
      }
    }
  }

  @Test
  void oneBeamTakesTheMostProbableTokenEachTime() {
    for (long seed = 0; seed < 20; seed++) {
      var tokens = new ArrayList<>(List.of(START));
      while (tokens.size() < 6 && (tokens.size() == 1 || tokens.getLast() != END)) {
        var row = logits(tokens, seed);
        long best = 0;
        for (int i = 1; i < row.length; i++) {
          best = row[i] > row[(int) best] ? i : best;
        }
        tokens.add(best);
      }

      assertThat(new SequenceSearch(decoding(1, 6, 1, Early.NO)).search(model(seed)).ids())
          .isEqualTo(tokens.subList(1, tokens.size()));
    }
  }

  @Test
  void eachStepSaysWhichSequencesOfTheStepBeforeItProlongs() {
    var before = new ArrayList<Prefix>();
    NextTokens watching =
        (sequences, parents) -> {
          for (int i = 0; i < sequences.size(); i++) {
            if (!before.isEmpty()) {
              assertThat(sequences.get(i).before()).isSameAs(before.get(parents.get(i)));
            }
          }
          before.clear();
          before.addAll(sequences);
          return model(4).after(sequences, parents);
        };

    new SequenceSearch(decoding(3, 12, 1, Early.NEVER)).search(watching);

    assertThat(before).isNotEmpty();
  }

  @Test
  void nothingIsFoundWhereEverythingIsForbidden() {
    var ids =
        new Decoding.Ids(
            START, END, OptionalLong.empty(), OptionalLong.empty(), Set.of(0L, 1L, 2L, 3L));
    var none = new Decoding(ids, 3, 6, 1, Early.NO, 0, false);

    assertThat(new SequenceSearch(none).search(model(1)).ids()).isEmpty();
  }

  @Test
  void forbiddenTokensRepeatsAndForcedOnesHaveTheirSay() {
    var ids = new Decoding.Ids(0, END, OptionalLong.of(2), OptionalLong.of(END), Set.of(1L));
    var scores = new TokenScores(new Decoding(ids, 1, 5, 1, Early.NO, 2, true));
    float[] logits = {0, 9, (float) Math.log(3), 0};
    var never = Double.NEGATIVE_INFINITY;

    assertThat(scores.of(logits, Prefix.start(0)))
        .as("the first is forced")
        .containsExactly(never, never, 0, never);
    assertThat(scores.of(logits, Prefix.start(0).then(2)))
        .as("1 : 3 : 1 of what is allowed")
        .containsExactly(
            new double[] {Math.log(0.2), never, Math.log(0.6), Math.log(0.2)}, within(1e-6));
    assertThat(scores.of(logits, Prefix.start(0).then(2).then(0)))
        .as("0 2 was there")
        .containsExactly(new double[] {Math.log(0.5), never, never, Math.log(0.5)}, within(1e-6));
    assertThat(scores.of(logits, Prefix.start(0).then(2).then(0).then(0)))
        .as("the last is forced")
        .containsExactly(never, never, never, 0);
  }
}
