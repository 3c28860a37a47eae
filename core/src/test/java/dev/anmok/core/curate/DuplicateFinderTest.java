package dev.anmok.core.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.cluster.VectorRows;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DuplicateFinderTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "none", "none", "none", 2);

  @Test
  void theThreeLevelsAreToldApart() throws IOException {
    var photos =
        List.of(
            photo("a", 0, 0).pixels("p"),
            photo("a", 0, 0).pixels("p"), // the same bytes
            photo("b", 0, 0).pixels("p"), // the same pixels
            photo("c", 0b111, 5), // 3 bits, cosine 0.996
            photo("d", -1, 20), // all bits, cosine 0.940
            photo("e", 0, 80)); // no bit, but cosine 0.17

    var group = find(DuplicateLevel.SIMILAR, photos).getFirst();

    assertThat(group.keeper()).isZero();
    assertThat(group.level()).isEqualTo(DuplicateLevel.SIMILAR);
    assertThat(group.others())
        .extracting(DuplicateGroup.Member::row, DuplicateGroup.Member::level)
        .containsExactly(
            tuple(1, DuplicateLevel.EXACT),
            tuple(2, DuplicateLevel.EXACT),
            tuple(3, DuplicateLevel.NEAR),
            tuple(4, DuplicateLevel.SIMILAR));
    assertThat(group.others().get(2).hashBits()).isEqualTo(3);
    assertThat(group.others().get(3).cosine())
        .isCloseTo(Math.cos(Math.toRadians(20)), org.assertj.core.api.Assertions.within(1e-6));
  }

  @Test
  void aStricterLevelLeavesTheLooserOnesOut() throws IOException {
    var photos =
        List.of(photo("a", 0, 0), photo("a", 0, 0), photo("c", 0b111, 5), photo("d", -1, 20));

    assertThat(rows(find(DuplicateLevel.EXACT, photos))).containsExactly(List.of(0, 1));
    assertThat(rows(find(DuplicateLevel.NEAR, photos))).containsExactly(List.of(0, 1, 2));
  }

  @Test
  void nearPhotosMayBeBelowTheSimilarThreshold() throws IOException {
    // 10 degrees: cosine 0.985, under a threshold of 0.99 but with equal hashes
    var photos = List.of(photo("a", 0, 0), photo("b", 0, 10), photo("c", -1, 40));
    var rule = rule(DuplicateMethod.DEFAULT, DuplicateLevel.SIMILAR, 0.99);

    assertThat(rows(find(rule, photos))).contains(List.of(0, 1));
  }

  @Test
  void aChainIsOneGroupForDbscanOnlyAndItsFarEndIsSaidToBeChained() throws IOException {
    var photos = List.of(photo("a", 0, 0), photo("b", -1, 25), photo("c", 255, 50));

    var chain = find(rule(DuplicateMethod.DBSCAN, DuplicateLevel.SIMILAR, 0.9), photos).getFirst();

    assertThat(chain.level()).isEqualTo(DuplicateLevel.CHAINED);
    assertThat(chain.others()).hasSize(2);
    assertThat(find(DuplicateLevel.SIMILAR, photos).getFirst().others()).hasSize(1);
  }

  @Test
  void theSharperPhotoIsKeptThenTheLargerThenTheBetterExposedThenTheEarlier() throws IOException {
    var plain = photo("a", 0, 0).pixels("a");

    assertThat(kept(plain, plain.named("b").sharp(60))).isEqualTo("1 sharper: 60.0 against 50.0");
    assertThat(kept(plain.size(800, 600), plain.named("b").size(1600, 1200)))
        .isEqualTo("1 larger: 1600x1200 against 800x600");
    assertThat(kept(plain.clipped(0.2), plain.named("b").clipped(0.1)))
        .isEqualTo(
            "1 better exposed: 10.0 % too dark or burnt out against 20.0 % too dark or burnt out");
    assertThat(kept(plain, plain.named("b").taken(LocalDateTime.of(2024, 5, 1, 12, 0, 5))))
        .isEqualTo("1 original by date: 2024-05-01T12:00:05 against no date");
    assertThat(kept(plain.blocky(0.3), plain.named("b")))
        .isEqualTo("1 fewer jpeg faults: blockiness 0.00 against blockiness 0.30");
    assertThat(kept(plain, plain.named("b"))).isEqualTo("0 first by name of equals");
  }

  @Test
  void smallDifferencesAreNoise() throws IOException {
    var plain = photo("a", 0, 0).pixels("a").size(1000, 1000);

    assertThat(kept(plain, plain.named("b").size(1040, 1040).sharp(55).clipped(0.01)))
        .isEqualTo("0 first by name of equals"); // 8 % larger, 10 % sharper, 1 point more clipped
  }

  @Test
  void withoutDetailTheCoarseMeasuresDecide() throws IOException {
    assertThat(kept(photo("a", 0, 0).sharp(10), photo("b", 0, 0).sharp(20)))
        .isEqualTo("1 sharper: 20.0 against 10.0");
  }

  @Test
  void everyMemberIsTheSameAsItsKeeper() throws IOException {
    var random = new Random(8);
    var photos = new ArrayList<Sample>();
    for (int i = 0; i < 500; i++) {
      photos.add(photo("photo" + i, random.nextLong(), random.nextInt(360)));
    }

    for (var group : find(DuplicateLevel.SIMILAR, photos)) {
      assertThat(group.others()).allMatch(member -> member.cosine() >= 0.9);
    }
  }

  /// The one in the middle is sharper by a step of preference but not by the tolerance, so that the
  /// larger ones at its sides come first; those are 40 degrees apart, cosine 0.77.
  @Test
  void aKeeperThatWasNotTheFirstChoiceIsNotSaidToBeBetter() throws IOException {
    var photos = new ArrayList<Sample>();
    for (int degrees : new int[] {-20, 20}) {
      photos.add(photo("side" + degrees, degrees, degrees).sharp(49.9).size(1600, 1200));
    }
    photos.add(photo("middle", 0, 0).sharp(51));

    var group = find(DuplicateLevel.SIMILAR, photos).getFirst();

    assertThat(group.keeper()).isEqualTo(2);
    assertThat(group.others()).extracting(DuplicateGroup.Member::row).containsExactly(0, 1);
    assertThat(group.reason()).isEqualTo("all others are the same as this one");
  }

  /// Of 2,000 files the last 700 are copies of the first 700.
  @Test
  void everyGroupHasItsRowsAndNobodyElses() throws IOException {
    var photos = new ArrayList<Sample>();
    for (int i = 0; i < 2_000; i++) {
      photos.add(photo("file" + (i % 1_300), 0, 0));
    }

    var groups = find(DuplicateLevel.EXACT, photos);

    assertThat(groups).hasSize(700);
    for (int i = 0; i < 700; i++) {
      assertThat(groups.get(i).keeper()).isEqualTo(i);
      assertThat(groups.get(i).others())
          .extracting(DuplicateGroup.Member::row)
          .containsExactly(i + 1_300);
    }
  }

  @Test
  void fewerThanTwoPhotosHaveNoGroups() throws IOException {
    assertThat(find(DuplicateLevel.SIMILAR, List.of())).isEmpty();
    assertThat(find(DuplicateLevel.NEAR, List.of())).isEmpty();
    assertThat(find(DuplicateLevel.SIMILAR, List.of(photo("a", 0, 0)))).isEmpty();
  }

  /// A photo whose embedding points at an angle in degrees.
  private record Sample(
      String name,
      @Nullable String pixels,
      ImageFacts facts,
      long hash,
      double sharpness,
      double clipped,
      double blockiness,
      int degrees) {
    Sample pixels(String other) {
      return new Sample(name, other, facts, hash, sharpness, clipped, blockiness, degrees);
    }

    Sample named(String other) {
      return new Sample(other, pixels, facts, hash, sharpness, clipped, blockiness, degrees);
    }

    Sample size(int width, int height) {
      var sized = new ImageFacts("jpeg", width, height);
      return new Sample(name, pixels, sized, hash, sharpness, clipped, blockiness, degrees);
    }

    Sample taken(LocalDateTime when) {
      var dated = new ImageFacts("jpeg", facts.width(), facts.height(), when);
      return new Sample(name, pixels, dated, hash, sharpness, clipped, blockiness, degrees);
    }

    Sample sharp(double value) {
      return new Sample(name, pixels, facts, hash, value, clipped, blockiness, degrees);
    }

    Sample clipped(double value) {
      return new Sample(name, pixels, facts, hash, sharpness, value, blockiness, degrees);
    }

    Sample blocky(double value) {
      return new Sample(name, pixels, facts, hash, sharpness, clipped, value, degrees);
    }

    AlbumPhoto photo() {
      var detail =
          pixels == null
              ? null
              : new Detail(digest("pixels " + pixels), sharpness, 0, blockiness, 0, clipped);
      var measures = new Measures(hash, 128, 40, sharpness);
      var angle = Math.toRadians(degrees);
      var vector = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
      return new AlbumPhoto(
          name, digest(name), 1, facts, measures, detail, Embedding.normalize(SPACE, vector));
    }
  }

  private static Sample photo(String name, long hash, int degrees) {
    return new Sample(name, null, new ImageFacts("jpeg", 640, 480), hash, 50, 0, 0, degrees);
  }

  private static String digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static DuplicateRule rule(DuplicateMethod method, DuplicateLevel level, double similar) {
    return new DuplicateRule(method, level, new NearRule(10, 0.9), similar, 0.1, 2);
  }

  private static List<DuplicateGroup> find(DuplicateLevel level, List<Sample> photos)
      throws IOException {
    return find(rule(DuplicateMethod.DEFAULT, level, 0.9), photos);
  }

  private static List<DuplicateGroup> find(DuplicateRule rule, List<Sample> samples)
      throws IOException {
    var photos = samples.stream().map(Sample::photo).toList();
    return new DuplicateFinder(rule)
        .find(
            photos.stream().map(PhotoLook::of).toList(),
            VectorRows.of(photos.stream().map(AlbumPhoto::embedding).toList()));
  }

  private static List<List<Integer>> rows(List<DuplicateGroup> groups) {
    return groups.stream()
        .map(group -> {
          var rows = new ArrayList<>(List.of(group.keeper()));
          group.others().forEach(other -> rows.add(other.row()));
          Collections.sort(rows);
          return List.copyOf(rows);
        })
        .toList();
  }

  /// The row that is kept of two copies made different, and why.
  private static String kept(Sample first, Sample second) throws IOException {
    // Pixels that differ, or they would be exact copies.
    var other = second.pixels == null ? second : second.pixels("other");
    var group = find(DuplicateLevel.SIMILAR, List.of(first, other)).getFirst();
    return group.keeper() + " " + group.reason();
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }
}
