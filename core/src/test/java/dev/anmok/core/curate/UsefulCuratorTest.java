package dev.anmok.core.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMeasures;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.LaplacianRule;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.quality.NetRule;
import dev.anmok.core.score.ContrastScore;
import dev.anmok.core.score.LensRange;
import dev.anmok.core.score.Pooling;
import dev.anmok.core.score.Threshold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The judge is a network's log-odds: sharp up to 0, blurry over 2, so that clear is 0.5 at 1. The
/// lens counts from a delta of 0 to one of 0.2, and -0.1 or less is off topic.
class UsefulCuratorTest {
  private static final VectorSpace SPACE = new VectorSpace("e", "w", "p", "none", 2);
  private static final BlurJudge.Limits LIMITS = new BlurJudge.Limits(0.8, 0.95, 0.9, 0.001);
  private static final BlurJudge JUDGE = new BlurJudge(new NetRule(new BlurBand(0, 2)), LIMITS);
  private static final double LN_3 = Math.log(3);

  @Test
  void theScoreIsTheFactorsMeanByTheirWeights() {
    var photo = new Shot("a").blur(1 - LN_3).delta(0.15).dark(0.2).side(640);

    var useful = decide(UsefulRule.DEFAULT, photo).photos().getFirst().useful().orElseThrow();

    assertThat(useful.clear()).isCloseTo(0.75, within(1e-6)); // 1 / (1 + e^-ln 3)
    assertThat(useful.product()).isCloseTo(0.75, within(1e-9)); // 0.15 of 0..0.2
    assertThat(useful.exposed()).isCloseTo(0.75, within(1e-9)); // 1 - 0.2 / 0.8
    assertThat(useful.size()).isCloseTo(0.75, within(1e-9)); // (640 - 160) / (800 - 160)
    assertThat(useful.score()).isCloseTo(0.75, within(1e-6));

    var rule = weighing(new UsefulRule.Weights(2, 1, 0, 1));
    var other = new Shot("a").blur(1).delta(0.2).dark(0.8).side(160);
    assertThat(decide(rule, other).photos().getFirst().useful().orElseThrow().score())
        .isCloseTo((2 * 0.5 + 1 * 1 + 0 + 1 * 0) / 4, within(1e-6));
  }

  @Test
  void lightCountsByTheWorstOfDarkPixelsAndMeanLuma() {
    assertThat(Usefulness.exposed(0, 0.9, 128)).isEqualTo(1);
    assertThat(Usefulness.exposed(0, 0.9, 30)).isEqualTo(0.5); // 30 of 60
    assertThat(Usefulness.exposed(0, 0.9, 250)).isEqualTo(0.25); // 5 of 20
    assertThat(Usefulness.exposed(0.45, 0.9, 30)).isEqualTo(0.5);
    assertThat(Usefulness.exposed(1, 0.9, 128)).isZero();
  }

  @Test
  void theMostUsefulComesFirstAndTheUrisDecideBetweenEquals() {
    var decision =
        decide(
            UsefulRule.DEFAULT,
            new Shot("b").degrees(40),
            new Shot("c").degrees(80).blur(1.5),
            new Shot("a").degrees(0),
            new Shot("d").degrees(120).delta(0.05));

    // d lacks 0.75 of the product's 0.3; c is at 1.5, where clear is 0.38 instead of 0.73
    assertThat(decision.representatives())
        .extracting(PhotoDecision::uri)
        .containsExactly("a", "b", "c");
    var last = find(decision, "d");
    assertThat(last.reason()).isEqualTo(PhotoReason.NOT_SELECTED);
    assertThat(last.detail()).startsWith("useful 0.").contains("product 0.25");
  }

  @Test
  void whatFailsACheckComesLastWithItsReason() {
    var decision =
        decide(
            UsefulRule.DEFAULT,
            new Shot("blurred").blur(2.5),
            new Shot("dark").dark(0.9).blur(9),
            new Shot("receipt").delta(-0.1),
            new Shot("thumb").side(159),
            new Shot("uncertain").blur(1.5),
            new Shot("unmeasured").withoutDetail());

    assertThat(decision.representatives())
        .extracting(PhotoDecision::uri)
        .containsExactly("uncertain");
    assertThat(decision.kept()).isTrue();
    assertThat(find(decision, "blurred").reason()).isEqualTo(PhotoReason.BLURRED);
    assertThat(find(decision, "blurred").detail()).isEqualTo("defocus: bdnet 2.500 is over 2.000");
    assertThat(find(decision, "dark").reason()).isEqualTo(PhotoReason.TOO_DARK);
    assertThat(find(decision, "dark").detail()).isEqualTo("dark_share 0.900 is over 0.800");
    assertThat(find(decision, "receipt").reason()).isEqualTo(PhotoReason.OFF_TOPIC);
    assertThat(find(decision, "receipt").detail()).isEqualTo("delta -0.1000 is not over -0.1000");
    assertThat(find(decision, "thumb").reason()).isEqualTo(PhotoReason.TOO_SMALL);
    assertThat(find(decision, "unmeasured").reason()).isEqualTo(PhotoReason.NOT_MEASURED);
    assertThat(find(decision, "unmeasured").useful()).isEmpty();
    assertThat(find(decision, "blurred").useful()).isPresent();
  }

  @Test
  void aCheckThatIsOffPutsNothingLast() {
    var shots =
        List.of(
            new Shot("1").blur(2.5).degrees(0),
            new Shot("2").dark(0.9).degrees(30),
            new Shot("3").delta(-0.1).degrees(60),
            new Shot("4").side(100).degrees(90),
            new Shot("5").degrees(120),
            new Shot("6").degrees(120));
    for (var check : UsefulCheck.values()) {
      var others = EnumSet.allOf(UsefulCheck.class);
      others.remove(check);

      var decision = decide(10, checking(others), shots.toArray(Shot[]::new));

      assertThat(decision.representatives()).as(check.code()).hasSize(2);
    }
    assertThat(decide(10, checking(Set.of()), shots.toArray(Shot[]::new)).representatives())
        .hasSize(6);
  }

  @Test
  void ofNearDuplicatesTheMostUsefulCountsAndCopiesCountOnce() {
    var decision =
        decide(
            UsefulRule.DEFAULT,
            new Shot("soft").blur(1.9).degrees(0),
            new Shot("sharp").blur(-3).degrees(0),
            new Shot("copy").content("sha-sharp").blur(-3).degrees(0));

    assertThat(decision.representatives()).extracting(PhotoDecision::uri).containsExactly("copy");
    assertThat(find(decision, "sharp").reason()).isEqualTo(PhotoReason.EXACT_DUPLICATE_OF);
    assertThat(find(decision, "soft").reason()).isEqualTo(PhotoReason.NEAR_DUPLICATE_OF);
    assertThat(find(decision, "soft").detail()).isEqualTo("copy");
  }

  @Test
  void theOrderOfThePhotosDoesNotMatter() {
    var shots = new ArrayList<Shot>();
    for (int i = 0; i < 12; i++) {
      shots.add(new Shot("p" + i).blur(i % 4).degrees(11 * i).delta(0.01 * (i % 3)));
    }
    var first = decide(UsefulRule.DEFAULT, shots.toArray(Shot[]::new));
    Collections.reverse(shots);

    assertThat(decide(UsefulRule.DEFAULT, shots.toArray(Shot[]::new))).isEqualTo(first);
  }

  @Test
  void anItemWithoutAUsefulPhotoIsDropped() {
    var decision = decide(UsefulRule.DEFAULT, new Shot("a").blur(3), new Shot("b").blur(4));

    assertThat(decision.reason()).isEqualTo(ItemReason.TOO_FEW_ABOVE_THRESHOLD);
    assertThat(decision.detail())
        .isEqualTo("0 of its 2 photos are useful and different; 1 are required");
  }

  @Test
  void aRuleOfLaplacianIsClearInStepsOfItsThreshold() {
    var method = new LaplacianRule(3.5);

    // the score is -std, the middle -3.5: (-7 + 3.5) / 3.5 = -1, and so on
    assertThat(Clearness.of(method, laplacian(3.5))).isCloseTo(0.5, within(1e-6));
    assertThat(Clearness.of(method, laplacian(7))).isCloseTo(0.731059, within(1e-6));
    assertThat(Clearness.of(method, laplacian(14))).isCloseTo(0.952574, within(1e-6));
    assertThat(Clearness.of(method, laplacian(0))).isCloseTo(0.268941, within(1e-6));
  }

  @Test
  void abandWithoutAnEndIsTakenAtItsOther() {
    var open = new NetRule(new BlurBand(1, Double.POSITIVE_INFINITY));

    assertThat(Clearness.of(open, net(1))).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void wrongWeightsAndSizesAreNamed() {
    assertThatThrownBy(() -> new UsefulRule.Weights(0, 0, 0, 0)).hasMessageContaining("not all 0");
    assertThatThrownBy(() -> new UsefulRule.Weights(1, -1, 0, 0))
        .hasMessageContaining("product -1");
    assertThatThrownBy(() -> new UsefulRule(UsefulRule.DEFAULT.weights(), 800, 800, Set.of()))
        .hasMessageContaining("least-side");
    assertThatThrownBy(() -> new LensRange(1, 1)).hasMessageContaining("low must be < high");
  }

  private static UsefulRule weighing(UsefulRule.Weights weights) {
    return new UsefulRule(weights, 160, 800, Set.of());
  }

  private static UsefulRule checking(Set<UsefulCheck> checks) {
    return new UsefulRule(UsefulRule.DEFAULT.weights(), 160, 800, checks);
  }

  private static BlurMeasures net(double logOdds) {
    return BlurMeasures.of(Map.of(BlurMeasure.BDNET, logOdds, BlurMeasure.OCTAVE_RATIO, 1.0));
  }

  private static BlurMeasures laplacian(double std) {
    return BlurMeasures.of(Map.of(BlurMeasure.LAPLACIAN_STD_8BIT, std));
  }

  private static ItemDecision decide(UsefulRule rule, Shot... shots) {
    return decide(3, rule, shots);
  }

  private static ItemDecision decide(int keep, UsefulRule rule, Shot... shots) {
    var curation = new CurationRule(keep, 1, 0, new NearRule(10, 0.9), 0, 0);
    var threshold = new Threshold(-0.1, SPACE.id(), Pooling.MEAN, "", "");
    var photos = Arrays.stream(shots).map(Shot::candidate).toList();
    return new UsefulCurator(curation, rule, JUDGE, threshold, new LensRange(0, 0.2))
        .decide(new ItemCandidates("item", photos, List.of()));
  }

  private static PhotoDecision find(ItemDecision decision, String uri) {
    return decision.photos().stream().filter(p -> p.uri().equals(uri)).findFirst().orElseThrow();
  }

  /// A photo: clear, well exposed, large, and full of the product where nothing else is said.
  private record Shot(
      String uri,
      String sha256,
      double blur,
      double delta,
      double dark,
      int side,
      double degrees,
      boolean detailed) {
    Shot(String uri) {
      this(uri, "sha-" + uri, 0, 0.2, 0, 800, 0, true);
    }

    Shot content(String other) {
      return new Shot(uri, other, blur, delta, dark, side, degrees, detailed);
    }

    Shot blur(double logOdds) {
      return new Shot(uri, sha256, logOdds, delta, dark, side, degrees, detailed);
    }

    Shot delta(double other) {
      return new Shot(uri, sha256, blur, other, dark, side, degrees, detailed);
    }

    Shot dark(double share) {
      return new Shot(uri, sha256, blur, delta, share, side, degrees, detailed);
    }

    Shot side(int shorter) {
      return new Shot(uri, sha256, blur, delta, dark, shorter, degrees, detailed);
    }

    Shot degrees(double other) {
      return new Shot(uri, sha256, blur, delta, dark, side, other, detailed);
    }

    Shot withoutDetail() {
      return new Shot(uri, sha256, blur, delta, dark, side, degrees, false);
    }

    Candidate candidate() {
      double radians = Math.toRadians(degrees);
      return new Candidate(
          uri,
          sha256,
          new ImageFacts("jpeg", side + 100, side),
          new Measures(0, 128, 40, 10),
          detailed ? new Detail("00", 10, 0, 0, dark, 0, net(blur)) : null,
          Embedding.normalize(
              SPACE, new float[] {(float) Math.cos(radians), (float) Math.sin(radians)}),
          new ContrastScore(delta, 0));
    }
  }
}
