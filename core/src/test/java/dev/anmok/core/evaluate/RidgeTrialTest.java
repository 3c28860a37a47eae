package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.score.RatedVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeTrialTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "none", "none", "none", 40);

  private final Random random = new Random(7);

  @Test
  void aScoreThatTheVectorsHoldIsPredicted() {
    var rows = new ArrayList<RidgeTrial.Row>();
    for (int i = 0; i < 200; i++) {
      var vector = vector();
      rows.add(row("group " + i, vector, 5 + 10 * vector.toArray()[2]));
    }

    var error = new RidgeTrial(rows, 0).folds(5);

    assertThat(error.count()).isEqualTo(200);
    assertThat(error.spearman().orElseThrow().low()).isGreaterThan(0.99);
    assertThat(error.rmse()).isLessThan(0.1 * error.meanRmse());
  }

  /// Every photo is there three times. Apart, a copy would give its score away and the correlation
  /// would be near 1; together, random scores cannot be predicted.
  @Test
  void copiesNeverStandOnBothSides() {
    var rows = new ArrayList<RidgeTrial.Row>();
    for (int i = 0; i < 40; i++) {
      var vector = vector();
      double score = 1 + 9 * random.nextDouble();
      for (int copy = 0; copy < 3; copy++) {
        rows.add(row("photo " + i, vector, score));
      }
    }

    var error = new RidgeTrial(rows, 0.01).folds(5);

    assertThat(error.pearson().orElseThrow().value()).isLessThan(0.5);
    var apart = new ArrayList<RidgeTrial.Row>();
    rows.forEach(row -> apart.add(new RidgeTrial.Row("row " + apart.size(), row.rated())));
    assertThat(new RidgeTrial(apart, 0.01).folds(5).pearson().orElseThrow().value())
        .isGreaterThan(0.7);
  }

  @Test
  void aShareIsPredictedFromTheRest() {
    var rows = new ArrayList<RidgeTrial.Row>();
    for (int i = 0; i < 50; i++) {
      rows.add(row("group " + i / 2, vector(), i));
    }

    assertThat(new RidgeTrial(rows, 1).share(0.2).count()).isEqualTo(10);
    assertThat(new RidgeTrial(rows, 1).share(0.2)).isEqualTo(new RidgeTrial(rows, 1).share(0.2));
  }

  /// Two folds of two rows each: each fold is predicted by the mean of the other when λ is huge.
  @Test
  void withHugeShrinkageTheMeanIsPredicted() {
    var rows = new ArrayList<RidgeTrial.Row>();
    for (int i = 0; i < 4; i++) {
      rows.add(row("group " + i, vector(), i < 2 ? 2 : 6));
    }

    var error = new RidgeTrial(rows, 1e12).folds(2);

    assertThat(error.rmse()).isCloseTo(error.meanRmse(), within(1e-6));
  }

  @Test
  void tooManyFoldsAndNoTrainingPartAreRefused() {
    var rows = List.of(row("a", vector(), 1), row("b", vector(), 2));

    assertThatThrownBy(() -> new RidgeTrial(rows, 1).folds(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2..2");
    assertThatThrownBy(() -> new RidgeTrial(rows, 1).share(0.9))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RidgeTrial(rows, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static RidgeTrial.Row row(String group, Embedding vector, double score) {
    return new RidgeTrial.Row(group, new RatedVector(vector, score));
  }

  private Embedding vector() {
    var values = new float[SPACE.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalize(SPACE, values);
  }
}
