package dev.anmok.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.train.HeadTraining.Split;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.evaluate.RidgeTrial;
import dev.anmok.core.score.RatedVector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadTrainingTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "none", "none", "none", 8);

  private final Random random = new Random(5);

  @Test
  void theHeadCarriesHowItWasMadeAndHowItDid() throws IOException {
    var trained = new HeadTraining(rows(60, 60, 10), new Split.Folds(5), 0).train("sea");

    var head = trained.head();
    assertThat(head.name()).isEqualTo("sea");
    assertThat(head.trained()).contains("60 photos", "generalised cross-validation", "5 folds");
    assertThat(head.heldOut())
        .containsKeys("spearman", "spearman_low", "spearman_high", "pearson", "rmse")
        .containsEntry("photos", 60.0);
    assertThat(trained.heldOut().spearman().orElseThrow().low()).isGreaterThan(0.9);
  }

  @Test
  void aShareIsHeldOutOnRequest() throws IOException {
    var trained = new HeadTraining(rows(60, 60, 10), new Split.Share(0.25), 2).train("sea");

    assertThat(trained.lambda()).isEqualTo(2);
    assertThat(trained.heldOut().count()).isEqualTo(15);
    assertThat(trained.head().trained()).contains("lambda 2.000", "a share of 0.25");
  }

  @Test
  void whatCannotBeLearntFromIsSaid() {
    refused(rows(19, 19, 10), "at least 20 rated photos, found 19");
    refused(rows(30, 30, 0), "all photos have the score");
    refused(rows(30, 3, 10), "3 groups, but 5 folds need 5");
    refused(List.of(), "found 0");
  }

  private static void refused(List<RidgeTrial.Row> rows, String message) {
    assertThatThrownBy(() -> new HeadTraining(rows, new Split.Folds(5), 0).train("x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  private List<RidgeTrial.Row> rows(int count, int groups, double slope) {
    var rows = new ArrayList<RidgeTrial.Row>();
    for (int i = 0; i < count; i++) {
      var values = new float[8];
      for (int j = 0; j < 8; j++) {
        values[j] = (float) random.nextGaussian();
      }
      var embedding = Embedding.normalize(SPACE, values);
      double score = 5 + slope * embedding.toArray()[0];
      rows.add(new RidgeTrial.Row("g" + i % groups, new RatedVector(embedding, score)));
    }
    return rows;
  }
}
