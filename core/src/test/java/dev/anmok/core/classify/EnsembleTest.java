package dev.anmok.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.classify.Ensemble.Member;
import dev.anmok.core.image.Pixels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnsembleTest {
  private static final List<Sight> ONE = List.of(Sight.of(Pixels.wrap(1, 1, new byte[3])));

  @Test
  void multipliesTheOpinionsOfClassifiersWithTheSameLabels() {
    var ab = List.of("a", "b");
    var both =
        Ensemble.of(
            List.of(
                new Member(FixedClassifier.of("x", ab, 0.8, 0.2), 1),
                new Member(FixedClassifier.of("y", ab, 0.2, 0.8), 3)));

    // by hand: 0.8^(1/4)·0.2^(3/4) against 0.2^(1/4)·0.8^(3/4): odds 1 : 4^(1/2) = 1 : 2
    var chances = both.probabilities(ONE).getFirst();
    assertThat(chances[0]).isCloseTo(1.0 / 3, within(1e-6));
    assertThat(chances[1]).isCloseTo(2.0 / 3, within(1e-6));
  }

  @Test
  void sharesWhatAMemberGivesToNoneAmongLabelsItDoesNotKnow() {
    var both =
        Ensemble.of(
            List.of(
                new Member(FixedClassifier.of("x", List.of("a"), 0.1), 1),
                new Member(FixedClassifier.of("y", List.of("b", "c"), 0.6, 0.2), 1)));

    // x: a 0.1; b, c and none 0.3 each. y: b 0.6, c 0.2; a and none 0.1 each.
    // roots of the products: a 0.1, b √0.18, c √0.06, none √0.03
    double sum = 0.1 + Math.sqrt(0.18) + Math.sqrt(0.06) + Math.sqrt(0.03);
    var chances = both.probabilities(ONE).getFirst();
    assertThat(both.labels()).containsExactly("a", "b", "c");
    assertThat(chances[0]).isCloseTo(0.1 / sum, within(1e-9));
    assertThat(chances[1]).isCloseTo(Math.sqrt(0.18) / sum, within(1e-9));
    assertThat(chances[2]).isCloseTo(Math.sqrt(0.06) / sum, within(1e-9));
  }

  @Test
  void changesItsIdWithWeightsAndMembers() {
    var x = FixedClassifier.of("x", List.of("a"), 1);

    assertThat(Ensemble.of(List.of(new Member(x, 1))).id())
        .isNotEqualTo(Ensemble.of(List.of(new Member(x, 2))).id());
    assertThatThrownBy(() -> new Member(x, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> Ensemble.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void poolsAPhotoWithItsViews() {
    // says a with the share of red in the left half
    var left =
        new FixedClassifier(
            "left",
            List.of("a", "b"),
            sight -> {
              double red = (sight.pixels().at(0, 0) >> 16 & 255) > 100 ? 0.9 : 0.1;
              return new double[] {red, 1 - red};
            });
    var picture = Pixels.wrap(2, 1, new byte[] {(byte) 255, 0, 0, 0, 0, 0});

    var chances =
        ManyViews.of(left, Set.of(View.FLIP), null)
            .probabilities(List.of(Sight.of(picture)))
            .getFirst();

    assertThat(chances[0]).isCloseTo(0.5, within(1e-6)); // 0.9 one way, 0.1 the other
    assertThat(ManyViews.of(left, Set.of(), null)).isSameAs(left);
  }

  @Test
  void cropsFivePartsOfSevenEighths() {
    var picture = Pixels.wrap(16, 8, new byte[3 * 16 * 8]);
    picture.rgb()[0] = 77;

    var crops = View.CROPS.of(picture);

    assertThat(crops).hasSize(5).allMatch(p -> p.width() == 14 && p.height() == 7);
    assertThat(crops.get(1).at(0, 0)).isEqualTo(77 << 16); // the upper left one
    assertThat(crops.get(2).at(0, 0)).isZero();
  }

  @Test
  void addsUpLabelsThatStandForOneLeaf() {
    var animals = FixedClassifier.of("x", List.of("cat", "dog", "car"), 0.2, 0.3, 0.4);

    var mapped = Mapped.of(animals, Map.of("cat", "pets/all", "dog", "pets/all"));

    assertThat(mapped.labels()).containsExactly("pets/all");
    assertThat(mapped.probabilities(ONE).getFirst()).containsExactly(0.5);
    assertThatThrownBy(() -> Mapped.of(animals, Map.of("cow", "pets/all")))
        .hasMessage("x has no label 'cow'");
  }
}
