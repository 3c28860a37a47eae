package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.classify.Gate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassifierFiguresTest {
  private static final List<String> LABELS = List.of("h/a", "h/b", "k/c");

  private static LabelAnswers answers(List<String> truth, double[]... chances) {
    return new LabelAnswers(
        LABELS, List.of(chances), truth, truth.stream().map(t -> "" + t.hashCode()).toList());
  }

  private static final LabelAnswers FOUR =
      answers(
          List.of("h/a", "h/b", "k/c", "h/a"),
          new double[] {0.95, 0.05, 0},
          new double[] {0.6, 0.35, 0.05},
          new double[] {0.45, 0.25, 0.3},
          new double[] {0.15, 0.05, 0.8});

  @Test
  void countsByHand() {
    var figures = ClassifierFigures.of(FOUR);

    assertThat(figures.accuracy().value()).isEqualTo(0.25);
    assertThat(figures.topTwo().value()).isEqualTo(1);
    // bins of 0.95 (right), 0.6, 0.45, 0.8 (wrong): (0.05 + 0.6 + 0.45 + 0.8) / 4
    assertThat(figures.calibrationError().value()).isCloseTo(0.475, within(1e-12));
    // a: 1 of 2 found, 1 of 3 answers right; b and c never
    assertThat(figures.macroF1()).isCloseTo((2.0 / 5 + 0 + 0) / 3, within(1e-12));
    double loss = Math.log(0.95) + Math.log(0.35) + Math.log(0.3) + Math.log(0.15);
    assertThat(figures.logLoss()).isCloseTo(-loss / 4, within(1e-12));
  }

  @Test
  void comparesOnTheSamePhotos() {
    var better =
        answers(
            FOUR.truth(),
            new double[] {1, 0, 0},
            new double[] {0, 1, 0},
            new double[] {1, 0, 0},
            new double[] {0, 0, 1});

    assertThat(ClassifierFigures.gain(better, FOUR).value()).isEqualTo(0.25);
    assertThat(ClassifierFigures.gain(FOUR, FOUR)).isEqualTo(new Interval(0, 0, 0));
    var other = answers(Collections.nCopies(4, "h/a"), FOUR.chances().toArray(double[][]::new));
    assertThatThrownBy(() -> ClassifierFigures.gain(better, other))
        .hasMessageContaining("same photos");
  }

  @Test
  void aSmallCalibrationErrorLiesInItsInterval() {
    // 40 answers at 0.75 in 8 groups, of which 30 are right: as sure as they are right
    var rows = Collections.nCopies(40, new double[] {0.75, 0.25, 0});
    var truth = IntStream.range(0, 40).mapToObj(i -> i * 7 % 40 < 30 ? "h/a" : "h/b").toList();
    var groups = IntStream.range(0, 40).mapToObj(i -> "g" + i / 5).toList();

    var error =
        ClassifierFigures.of(new LabelAnswers(LABELS, rows, truth, groups)).calibrationError();

    assertThat(error.value()).isZero();
    assertThat(error.low()).isZero();
    assertThat(error.high()).isBetween(0.0, 0.25);
  }

  @Test
  void drawsGroupsAsAWhole() {
    // two groups, one all right and one all wrong: any mean is 0, 1/2 or 1
    var rows = Collections.nCopies(10, new double[] {1, 0, 0});
    var truth = new java.util.ArrayList<>(Collections.nCopies(5, "h/a"));
    truth.addAll(Collections.nCopies(5, "h/b"));
    var groups = truth.stream().map(t -> t.equals("h/a") ? "1" : "2").toList();

    var accuracy = ClassifierFigures.of(new LabelAnswers(LABELS, rows, truth, groups)).accuracy();

    assertThat(accuracy).isEqualTo(new Interval(0.5, 0, 1));
  }

  @Test
  void countsWhatTheGateLetsThrough() {
    var figures = GateFigures.of(Gate.DEFAULT, FOUR);

    // 0.95 sure and right; 0.6 + 0.35 sure of the head and right; 0.45 + 0.25 likely and wrong;
    // 0.8 likely and wrong
    assertThat(figures.sure()).isEqualTo(new Proportion(2, 2));
    assertThat(figures.likely()).isEqualTo(new Proportion(0, 2));
    assertThat(figures.unknown()).isEqualTo(new Proportion(0, 0));
    assertThat(figures.heads()).isEqualTo(new Proportion(2, 4));
  }

  @Test
  void findsATemperatureForPhotosItDoesNotKnowTheLabelsOf() {
    // sure of a in half of all cases where it is b, which it gives no chance at all: those belong
    // to none, and the best chance of a is near the share of a
    var rows = Collections.nCopies(10, new double[] {0.9, 0, 0});
    var truth = new java.util.ArrayList<>(Collections.nCopies(5, "h/a"));
    truth.addAll(Collections.nCopies(5, "h/b"));
    var groups = java.util.stream.IntStream.range(0, 10).mapToObj(i -> "" + i).toList();

    var all = new LabelAnswers(LABELS, rows, truth, groups);

    // a and none alone have any chance to speak of: 0.9^(1/T) against 0.1^(1/T) is even at T = ∞
    assertThat(CrossCalibration.of(all).temperature().value()).isGreaterThan(2);
    assertThat(CrossCalibration.of(all).calibrated().size()).isEqualTo(10);
  }
}
