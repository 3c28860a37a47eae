package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewBandTest {
  /// 100 wanted with the scores 1..100 and 100 others with 0.5 - 100..0.5 - 1, one of them at 20.5.
  private static List<LabelledScore> apart() {
    var scores = new ArrayList<LabelledScore>();
    for (int i = 1; i <= 100; i++) {
      scores.add(new LabelledScore(i, true));
      scores.add(new LabelledScore(i == 100 ? 20.5 : 0.5 - i, false));
    }
    return scores;
  }

  @Test
  void leavesToPeopleWhatIsBetween() {
    var band = ReviewBand.find(apart(), 0.95, 0.05).orElseThrow();

    // over 20.5 are 80 wanted alone: Wilson 80 / (80 + 3.8415) = 0.954; with the other and all down
    // to
    // 1 it is 100 of 101, whose bound 0.946 is too low
    assertThat(band.wantedOver()).isCloseTo(20.75, within(1e-12));
    assertThat(band.precision()).isEqualTo(new Proportion(80, 80));
    assertThat(band.recall()).isEqualTo(new Proportion(80, 100));
    // five wanted may be lost: 1..5
    assertThat(band.otherUpTo()).isEqualTo(5.5);
    assertThat(band.missed()).isEqualTo(new Proportion(5, 100));
    assertThat(band.decided()).isEqualTo(new Proportion(200 - 16, 200));
  }

  @Test
  void theEndsNeverCross() {
    var scores = new ArrayList<LabelledScore>();
    for (int i = 0; i < 200; i++) {
      scores.add(new LabelledScore(i < 100 ? 1 : 0, i < 100));
    }
    var band = ReviewBand.find(scores, 0.9, 0.05).orElseThrow();

    assertThat(band.otherUpTo()).isEqualTo(band.wantedOver()).isEqualTo(0.5);
    assertThat(band.decided().share()).isEqualTo(1);
  }

  @Test
  void tooFewLabelsAreNeverSure() {
    var ten = apart().stream().filter(l -> l.score() > 90 || l.score() < -90).toList();

    assertThat(ReviewBand.find(ten, 0.97, 0.05)).isEmpty();
    var surest = PrecisionThreshold.surest(ten);
    assertThat(surest.precision()).isEqualTo(new Proportion(10, 10));
    assertThat(ten).filteredOn(l -> l.score() > surest.threshold()).hasSize(10);
    // n / (n + 3.8415) >= 0.97 from n = 124.2
    assertThat(ReviewBand.needed(surest.precision(), 0.97)).contains(125L);
    assertThat(ReviewBand.needed(new Proportion(9, 10), 0.97)).isEmpty();
  }
}
