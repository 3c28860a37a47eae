package dev.anmok.core.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.score.ContrastScore;
import dev.anmok.core.score.Pooling;
import dev.anmok.core.score.Threshold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeltaCuratorTest {
  private static final ImageFacts FACTS = new ImageFacts("jpeg", 640, 480);
  private static final VectorSpace SPACE = new VectorSpace("test", "00", "none", "none", 2);
  private static final Threshold THRESHOLD =
      new Threshold(0.01, SPACE.id(), Pooling.MEAN, "digest", "test");
  private static final CurationRule PLAIN = new CurationRule(5, 5, 0, null, 0, 0);

  @Test
  void keepsTheBestFiveInOrderOfDelta() {
    var decision = decide(PLAIN, photos(0.3, 0.1, 0.6, 0.2, 0.5, 0.4, -0.2));

    assertThat(decision.kept()).isTrue();
    assertThat(decision.representatives())
        .extracting(PhotoDecision::uri)
        .containsExactly("p2", "p4", "p5", "p0", "p3");
    assertThat(reasonOf(decision, "p1")).isEqualTo(PhotoReason.NOT_SELECTED);
    assertThat(reasonOf(decision, "p6")).isEqualTo(PhotoReason.BELOW_THRESHOLD);
  }

  @Test
  void anItemIsKeptUnderOneThresholdAndDroppedFromItOn() {
    var random = new Random(5);
    var rule = new CurationRule(3, 4, 0, new NearRule(2, 0.5), 0, 0);
    for (int round = 0; round < 200; round++) {
      var photos = new ArrayList<Candidate>();
      for (int i = 0; i < 8; i++) {
        double delta = random.nextInt(20) / 100.0;
        photos.add(photo("p" + i, "sha" + random.nextInt(7), random.nextInt(6), delta, 0));
      }
      var item = new ItemCandidates("cafe", photos, List.of());
      var limit = DeltaCurator.keptUnder(item, rule);
      for (double value : new double[] {-0.01, 0, 0.03, 0.05, 0.08, 0.11, 0.15, 0.19}) {
        var threshold = new Threshold(value, SPACE.id(), Pooling.MEAN, "digest", "test");
        assertThat(new DeltaCurator(rule, threshold).decide(item).kept())
            .isEqualTo(limit.isPresent() && value < limit.getAsDouble());
      }
    }
  }

  @Test
  void aDeltaEqualToTheThresholdDoesNotPass() {
    var decision = decide(PLAIN, photos(0.3, 0.3, 0.3, 0.3, 0.01));

    assertThat(decision.reason()).isEqualTo(ItemReason.TOO_FEW_ABOVE_THRESHOLD);
    assertThat(reasonOf(decision, "p4")).isEqualTo(PhotoReason.BELOW_THRESHOLD);
    assertThat(reasonOf(decision, "p0")).isEqualTo(PhotoReason.ITEM_DROPPED);
    assertThat(decision.detail()).contains("4 of its 5 photos");
  }

  @Test
  void anItemWithFewerPhotosThanRequiredIsDroppedForThat() {
    var decision = decide(PLAIN, photos(0.3, 0.3, 0.3, 0.3));

    assertThat(decision.reason()).isEqualTo(ItemReason.TOO_FEW_IMAGES);
  }

  @Test
  void anItemWithoutAnyReadablePhotoIsDroppedForThat() {
    var broken = List.of(new UnreadablePhoto("p0", "truncated: the data end early"));

    var decision =
        new DeltaCurator(PLAIN, THRESHOLD).decide(new ItemCandidates("cafe", List.of(), broken));

    assertThat(decision.reason()).isEqualTo(ItemReason.ALL_UNREADABLE);
    assertThat(decision.photos().getFirst().reason()).isEqualTo(PhotoReason.UNREADABLE);
    assertThat(decision.photos().getFirst().detail()).startsWith("truncated");
  }

  @Test
  void copiesOfTheSameBytesCountOnce() {
    var photos = new ArrayList<>(photos(0.3, 0.3, 0.3, 0.3));
    photos.add(photo("copy", "sha-p0", 0, 0.3, 0));

    var decision = decide(PLAIN, photos);

    assertThat(decision.reason()).isEqualTo(ItemReason.TOO_FEW_ABOVE_THRESHOLD);
    assertThat(reasonOf(decision, "p0")).isEqualTo(PhotoReason.EXACT_DUPLICATE_OF);
    assertThat(detailOf(decision, "p0")).isEqualTo("copy");
  }

  @Test
  void ofNearDuplicatesTheBetterOneStays() {
    var rule = new CurationRule(5, 1, 0, new NearRule(4, 0.9), 0, 0);
    var photos =
        List.of(
            photo("a", "sha-a", 0b1111, 0.2, 0),
            photo("b", "sha-b", 0b0011, 0.3, 0),
            photo("c", "sha-c", 0b0011, 0.25, 90),
            photo("d", "sha-d", -1L, 0.1, 0));

    var decision = decide(rule, photos);

    assertThat(reasonOf(decision, "a")).isEqualTo(PhotoReason.NEAR_DUPLICATE_OF);
    assertThat(detailOf(decision, "a")).isEqualTo("b");
    // c has b's hash but another direction, d b's direction but another hash
    assertThat(decision.representatives())
        .extracting(PhotoDecision::uri)
        .containsExactly("b", "c", "d");
  }

  @Test
  void diversityPrefersAnotherViewOverAnotherOfTheSame() {
    var photos =
        List.of(
            photo("a", "sha-a", 1, 0.30, 0),
            photo("b", "sha-b", 2, 0.29, 1),
            photo("c", "sha-c", 3, 0.20, 80),
            photo("d", "sha-d", 4, 0.10, 170));

    var plain = decide(new CurationRule(2, 1, 0, null, 0, 0), photos);
    var diverse = decide(new CurationRule(2, 1, 0.5, null, 0, 0), photos);

    assertThat(plain.representatives()).extracting(PhotoDecision::uri).containsExactly("a", "b");
    // likeness to a, scaled by cos 170° = −0.985: b 1.00, c 0.58, d 0
    // b: 0.5·0.95 − 0.5·1.00 = −0.025; c: 0.5·0.5 − 0.5·0.58 = −0.042; d: 0.5·0 − 0.5·0 = 0
    assertThat(diverse.representatives()).extracting(PhotoDecision::uri).containsExactly("a", "d");
  }

  @Test
  void darkAndBlurredPhotosAreDroppedWithTheMeasureThatSaysSo() {
    var rule = new CurationRule(5, 1, 0, null, 3, 20);
    var good = new Measures(1, 100, 40, 9);
    var photos =
        List.of(
            photo("good", good),
            photo("dark", new Measures(2, 19, 5, 9)),
            photo("soft", new Measures(3, 100, 40, 2.5)));

    var decision = decide(rule, photos);

    assertThat(decision.representatives()).extracting(PhotoDecision::uri).containsExactly("good");
    assertThat(reasonOf(decision, "dark")).isEqualTo(PhotoReason.TOO_DARK);
    assertThat(detailOf(decision, "dark")).isEqualTo("mean luma 19.00 is under 20.00");
    assertThat(reasonOf(decision, "soft")).isEqualTo(PhotoReason.BLURRED);
  }

  @Test
  void theOrderOfThePhotosDoesNotMatter() {
    var random = new Random(9);
    var photos = new ArrayList<Candidate>();
    for (int i = 0; i < 40; i++) {
      photos.add(photo("p" + i, "sha" + i / 2, i / 3, (i % 7) / 10.0 - 0.1, 9.0 * i));
    }
    var rule = new CurationRule(5, 3, 0.3, new NearRule(3, 0.5), 0, 0);
    var expected = decide(rule, photos);

    for (int i = 0; i < 10; i++) {
      Collections.shuffle(photos, random);
      assertThat(decide(rule, photos)).isEqualTo(expected);
    }
    assertThat(expected.photos()).hasSize(40);
  }

  @Test
  void moodIsTheShareAboveZeroAndTheMean() {
    var mood = decide(PLAIN, photos(0.4, -0.2, 0.0, 0.2)).mood();

    assertThat(mood.shareAboveZero()).isEqualTo(0.5);
    assertThat(mood.meanDelta()).isCloseTo(0.1, org.assertj.core.api.Assertions.within(1e-9));
  }

  private static ItemDecision decide(CurationRule rule, List<Candidate> photos) {
    return new DeltaCurator(rule, THRESHOLD).decide(new ItemCandidates("cafe", photos, List.of()));
  }

  private static PhotoReason reasonOf(ItemDecision decision, String uri) {
    return find(decision, uri).reason();
  }

  private static String detailOf(ItemDecision decision, String uri) {
    return find(decision, uri).detail();
  }

  private static PhotoDecision find(ItemDecision decision, String uri) {
    return decision.photos().stream().filter(p -> p.uri().equals(uri)).findFirst().orElseThrow();
  }

  private static List<Candidate> photos(double... deltas) {
    var photos = new ArrayList<Candidate>();
    for (int i = 0; i < deltas.length; i++) {
      photos.add(photo("p" + i, "sha-p" + i, 1L << i, deltas[i], 20 * i));
    }
    return photos;
  }

  private static Candidate photo(String uri, Measures measures) {
    return new Candidate(
        uri, uri, FACTS, measures, null, direction(0), new ContrastScore(0.5, 0.1));
  }

  private static Candidate photo(
      String uri, String sha256, long hash, double delta, double degrees) {
    return new Candidate(
        uri,
        sha256,
        FACTS,
        new Measures(hash, 128, 40, 10),
        null,
        direction(degrees),
        new ContrastScore(delta, 0));
  }

  private static Embedding direction(double degrees) {
    double radians = Math.toRadians(degrees);
    return Embedding.normalize(
        SPACE, new float[] {(float) Math.cos(radians), (float) Math.sin(radians)});
  }
}
