package dev.anmok.core.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.score.ContrastScore;
import dev.anmok.core.score.Pooling;
import dev.anmok.core.score.Threshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Photo `pN` has the digest that ends in N; the better ones have the smaller numbers.
class HandRuleTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "00", "none", "none", 2);
  private static final Threshold THRESHOLD =
      new Threshold(0, SPACE.id(), Pooling.MEAN, "digest", "test");

  private static String sha(int n) {
    return "%064x".formatted(n);
  }

  private static Candidate photo(String uri, int n, double delta, int hash) {
    return new Candidate(
        uri,
        sha(n),
        new ImageFacts("jpeg", 640, 480),
        new Measures(hash, 100, 10, 10),
        null,
        Embedding.normalize(SPACE, new float[] {1, hash == 0 ? 0 : n}),
        new ContrastScore(delta, 0));
  }

  /// So many photos above the threshold, the best first, and one below.
  private static List<Candidate> photos(int passing) {
    var photos = new ArrayList<Candidate>();
    for (int n = 1; n <= passing; n++) {
      photos.add(photo("p" + n, n, 1.0 / n, n * 0x01010101));
    }
    photos.add(photo("p99", 99, -1, 0x70707070));
    return photos;
  }

  private static HandChoice choice(List<Integer> pinned, List<Integer> banned) {
    return new HandChoice(
        "cafe",
        pinned.stream().map(HandRuleTest::sha).toList(),
        banned.stream().map(HandRuleTest::sha).toList(),
        "kim",
        Instant.EPOCH,
        1);
  }

  private static ItemDecision decide(
      List<Candidate> photos, NearRule near, List<Integer> pinned, List<Integer> banned) {
    var machine = new DeltaCurator(new CurationRule(3, 2, 0, near, 0, 0), THRESHOLD);
    return new HandRule(machine)
        .decide(new ItemCandidates("cafe", photos, List.of()), choice(pinned, banned));
  }

  private static ItemDecision decide(int photos, List<Integer> pinned, List<Integer> banned) {
    var machine = new DeltaCurator(new CurationRule(3, 2, 0, null, 0, 0), THRESHOLD);
    return new HandRule(machine)
        .decide(new ItemCandidates("cafe", photos(photos), List.of()), choice(pinned, banned));
  }

  private static List<String> shown(ItemDecision decision) {
    return decision.representatives().stream().map(PhotoDecision::uri).toList();
  }

  private static PhotoDecision find(ItemDecision decision, String uri) {
    return decision.photos().stream().filter(p -> p.uri().equals(uri)).findFirst().orElseThrow();
  }

  @Test
  void pinnedPhotosComeFirstInTheirOrderAndTheMachinesFollowUpToKeep() {
    var decision = decide(6, List.of(5, 2), List.of());

    assertThat(shown(decision)).containsExactly("p5", "p2", "p1");
    assertThat(decision.representatives()).extracting(PhotoDecision::rank).containsExactly(1, 2, 3);
    assertThat(find(decision, "p5").reason()).isEqualTo(PhotoReason.PINNED_BY_HAND);
    assertThat(find(decision, "p5").detail()).isEqualTo("kim");
    assertThat(find(decision, "p1").reason()).isEqualTo(PhotoReason.REPRESENTATIVE);
    assertThat(find(decision, "p3").reason()).isEqualTo(PhotoReason.NOT_SELECTED);
    assertThat(decision.photos()).hasSize(7);
    assertThat(decision.reason()).isEqualTo(ItemReason.KEPT);
  }

  @Test
  void allPinnedPhotosAreShownAlsoThoseThatTheMachineFindsBad() {
    assertThat(shown(decide(4, List.of(99, 4, 3, 1), List.of())))
        .containsExactly("p99", "p4", "p3", "p1");
  }

  @Test
  void theNextOfTheMachineTakesThePlaceOfABannedPhoto() {
    var decision = decide(6, List.of(), List.of(1, 3, 99));

    assertThat(shown(decision)).containsExactly("p2", "p4", "p5");
    assertThat(find(decision, "p1").reason()).isEqualTo(PhotoReason.BANNED_BY_HAND);
    assertThat(find(decision, "p1").rank()).isZero();
    assertThat(find(decision, "p99").reason()).isEqualTo(PhotoReason.BANNED_BY_HAND);
    assertThat(find(decision, "p6").reason()).isEqualTo(PhotoReason.NOT_SELECTED);
  }

  @Test
  void anItemWithAPinnedPhotoIsKeptWhateverTheMachineSays() {
    var decision = decide(1, List.of(99), List.of());

    assertThat(decision.reason()).isEqualTo(ItemReason.KEPT_BY_HAND);
    assertThat(decision.kept()).isTrue();
    assertThat(decision.detail()).contains("kim", "1 of its 2 photos pass");
    assertThat(shown(decision)).containsExactly("p99");
    assertThat(find(decision, "p1").reason()).isEqualTo(PhotoReason.NOT_SELECTED);
  }

  @Test
  void anItemWhosePhotosAreAllBannedIsDropped() {
    var decision = decide(2, List.of(), List.of(1, 2));

    assertThat(decision.reason()).isEqualTo(ItemReason.ALL_BANNED_BY_HAND);
    assertThat(decision.kept()).isFalse();
    assertThat(decision.representatives()).isEmpty();
  }

  @Test
  void aPinnedPhotoThatIsGoneIsPassedOver() {
    var decision = decide(1, List.of(50), List.of(51));

    assertThat(decision.reason()).isEqualTo(ItemReason.TOO_FEW_ABOVE_THRESHOLD);
    assertThat(find(decision, "p1").reason()).isEqualTo(PhotoReason.ITEM_DROPPED);
  }

  @Test
  void aPinnedPhotoTakesThePlaceOfTheOneThatItNearlyRepeats() {
    var photos = new ArrayList<>(photos(4));
    photos.add(photo("again", 70, 0.9, 0x01010101));
    photos.set(0, photo("p1", 1, 1, 0x01010101));
    var near = new NearRule(0, 0);

    assertThat(find(decide(photos, near, List.of(), List.of()), "again").reason())
        .isEqualTo(PhotoReason.NEAR_DUPLICATE_OF);
    var decision = decide(photos, near, List.of(70), List.of());

    assertThat(shown(decision)).containsExactly("again", "p2", "p3");
    assertThat(find(decision, "p1").reason()).isEqualTo(PhotoReason.NEAR_DUPLICATE_OF);
    assertThat(find(decision, "p1").detail()).isEqualTo("again");
  }

  @Test
  void theSameBytesAtTwoPlacesArePinnedOnceAndBannedTwice() {
    var photos = new ArrayList<>(photos(3));
    photos.add(photo("copy", 2, 0.5, 0x02020202));
    var off = new NearRule(0, 1);

    var pinned = decide(photos, off, List.of(2), List.of());
    assertThat(pinned.representatives()).extracting(PhotoDecision::rank).containsExactly(1, 2, 3);
    assertThat(find(pinned, "p2").reason()).isEqualTo(PhotoReason.EXACT_DUPLICATE_OF);
    assertThat(find(pinned, "p2").detail()).isEqualTo("copy");
    var banned = decide(photos, off, List.of(), List.of(2));
    assertThat(shown(banned)).containsExactly("p1", "p3");
    assertThat(find(banned, "copy").reason()).isEqualTo(PhotoReason.BANNED_BY_HAND);
  }

  @Test
  void aChoiceIsHeldToItsLimits() {
    assertThatThrownBy(() -> choice(List.of(1), List.of(1))).hasMessageContaining("pinned and");
    assertThatThrownBy(() -> choice(List.of(1, 1), List.of())).hasMessageContaining("twice");
    assertThatThrownBy(() -> new HandChoice("a", List.of("x"), List.of(), "kim", Instant.EPOCH, 1))
        .hasMessageContaining("SHA-256");
    assertThatThrownBy(() -> new HandChoice("a", List.of(), List.of(), "\n", Instant.EPOCH, 1))
        .hasMessageContaining("64 characters");
  }
}
