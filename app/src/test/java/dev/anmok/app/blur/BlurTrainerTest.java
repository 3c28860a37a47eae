package dev.anmok.app.blur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.evaluate.LabelledScore;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMeasures;
import dev.anmok.core.quality.BlurTraining;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlurTrainerTest {
  /// Copies of 60 photos, which a measure tells apart by 4 standard deviations.
  private static List<BlurExample> copies() {
    var random = new Random(5);
    var examples = new ArrayList<BlurExample>();
    for (int i = 0; i < 480; i++) {
      boolean blurry = i % 2 == 1;
      double tells = random.nextGaussian() - (blurry ? 4 : 0);
      var measures = BlurMeasures.of(Map.of(BlurMeasure.DIRECTIONAL_WORST, tells));
      examples.add(
          new BlurExample(
              "photo" + i / 8,
              blurry ? "disc" : "clear",
              new BlurTraining.Example(measures, blurry)));
    }
    return examples;
  }

  @Test
  void learnsWhatTellsAndSaysHowWellOnUnseenPhotos() throws IOException {
    var trained = new BlurTrainer(copies()).train("learned", "drawn");

    // two normal distributions 4 deviations apart: area = Φ(4 / √2) = 0.9977
    assertThat(trained.heldOut().roc().area().value()).isBetween(0.985, 1.0);
    assertThat(trained.trainedOn()).isBetween(240, 440);
    assertThat(trained.overBand()).containsOnlyKeys("clear (clear)", "disc (blurry)");
    assertThat(trained.overBand().values().stream().mapToLong(s -> s.trials()).sum())
        .isEqualTo(480 - trained.trainedOn());
    assertThat(trained.model().method().model().terms())
        .extracting(term -> term.measure())
        .containsExactly(BlurMeasure.DIRECTIONAL_WORST);
    assertThat(new BlurTrainer(copies()).train("learned", "drawn"))
        .extracting(again -> again.model())
        .isEqualTo(trained.model());
  }

  @Test
  void theBandLetsFewClearOnesOverAndFewBlurryOnesBelow() {
    var scores = new ArrayList<LabelledScore>();
    for (int i = 0; i < 1000; i++) {
      scores.add(new LabelledScore(i, false));
      if (i < 100) {
        scores.add(new LabelledScore(900 + i, true));
      }
    }

    // five clear ones over 994; five blurry ones up to just under 905
    assertThat(BlurTrainer.band(scores)).isEqualTo(new BlurBand(Math.nextDown(905.0), 994));
  }

  @Test
  void groupsThatALabelsFileSplitByTheirDigestAreSplitAnew() throws Exception {
    var sha = java.security.MessageDigest.getInstance("SHA-256");
    var tune =
        copies().stream()
            .filter(each ->
                sha.digest(each.group().getBytes(java.nio.charset.StandardCharsets.UTF_8))[0] < 0)
            .toList(); // first byte 128 or more

    var trained = new BlurTrainer(tune).train("learned", "drawn");
    assertThat(trained.trainedOn()).isLessThan(tune.size());
  }

  @Test
  void blurryPhotosOfTwoScenesAreTooFewGroupsAndSaid() {
    var examples = new ArrayList<BlurExample>();
    for (var each : copies()) {
      var scene = each.example().blurry() ? "scene" + each.group().length() % 2 : each.group();
      examples.add(new BlurExample(scene, each.kind(), each.example()));
    }

    assertThatThrownBy(() -> new BlurTrainer(examples).train("learned", "drawn"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more");
  }

  @Test
  void oneKindIsRefused() {
    var clear = copies().stream().filter(each -> !each.example().blurry()).toList();

    assertThatThrownBy(() -> new BlurTrainer(clear).train("learned", "drawn"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("0 blurry of")
        .hasMessageContaining("both kinds are needed");
  }
}
