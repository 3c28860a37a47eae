package dev.anmok.spark.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import dev.anmok.spark.SparkSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The cluster's groups are those of all photos at once, on rows made here.
class DuplicatesTest {
  private static final VectorSpace SPACE =
      new VectorSpace("drawn", "00", "none", VectorSpace.NO_BACKGROUND, 16);
  private static @Nullable JavaSparkContext spark;

  private final List<Ingested> rows = new ArrayList<>();
  private final Random random = new Random(3);

  @BeforeAll
  static void open() throws IOException {
    var settings = SparkSettings.of("test", "local[2]");
    spark = Cluster.open(settings.set("spark.default.parallelism", "3")); // few small tasks
  }

  @AfterAll
  static void close() {
    if (spark != null) {
      spark.close();
    }
  }

  private static JavaSparkContext context() {
    var context = spark;
    if (context == null) {
      throw new IllegalStateException("Spark is not open");
    }
    return context;
  }

  private static GroupText text(DuplicateLevel level) {
    return text(level, 0.9, 0.9);
  }

  private static GroupText text(DuplicateLevel level, double near, double similar) {
    var rule =
        new DuplicateRule(DuplicateMethod.DEFAULT, level, new NearRule(10, near), similar, 0.1, 2);
    return new GroupText(rule, "test", true);
  }

  private static List<String> there(PhotoSource source, GroupText text) throws IOException {
    return there(source, text, ComponentGroups.MOST);
  }

  private static List<String> there(PhotoSource source, GroupText text, long most)
      throws IOException {
    return new Duplicates(context(), text, most).find(source).groups().values().collect();
  }

  /// Both answers, which are the same.
  private static List<String> groups(PhotoSource source, DuplicateLevel level) throws IOException {
    return groups(source, text(level));
  }

  private static List<String> groups(PhotoSource source, GroupText text) throws IOException {
    var here = LocalDuplicates.of(source, text);
    assertThat(there(source, text)).isEqualTo(here);
    return here;
  }

  private float[] vector() {
    var values = new float[SPACE.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private float[] near(float[] vector, double strength) {
    var values = vector();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (vector[i] + strength * values[i]);
    }
    return values;
  }

  private void add(String uri, int sha, long hash, float[] vector, @Nullable String pixels) {
    var measures = new Measures(hash, 100, 50, 1 + sha % 40);
    var detail = pixels == null ? null : new Detail(pixels, sha % 30, 1, 0, 0, 0);
    var photo =
        new Photo(
            digest(sha), 1000, new ImageFacts("jpeg", 640 + sha % 7 * 100, 480), measures, detail);
    var outcome = new Outcome.Processed(photo, Embedding.normalize(SPACE, vector));
    rows.add(new Ingested(new SourcePhoto(uri, null), 1, 1, outcome));
  }

  /// So many bits at most.
  private long bits(int most) {
    long bits = 0;
    for (int left = most; left > 0; left--) {
      bits |= 1L << random.nextInt(64);
    }
    return bits;
  }

  /// 64 hexadecimal digits that begin with the number.
  private static String digest(int n) {
    return "%08x%056x".formatted(n, 1);
  }

  private ListSource source(int perSplit) throws IOException {
    return new ListSource(SPACE, perSplit, rows);
  }

  @Test
  void drawnPhotosHaveTheSameGroups() throws IOException {
    var source = new DrawnSource(4_000, 1_000, SPACE, 7);

    assertThat(groups(source, DuplicateLevel.NEAR)).hasSizeGreaterThan(150);
    assertThat(groups(source, DuplicateLevel.EXACT)).hasSizeGreaterThan(20);
  }

  /// Each photo is near the next and the last is nothing like the first; the rows lie far apart.
  @Test
  void aLongChainIsDecidedAsAWhole() throws IOException {
    var vector = vector();
    long hash = random.nextLong();
    for (int n = 0; n < 120; n++) {
      add("/chain/%d.jpg".formatted(n * 7919 % 120), n, hash, vector, null);
      hash ^= bits(2);
      vector = near(vector, 0.12);
    }

    assertThat(groups(source(11), DuplicateLevel.NEAR)).hasSizeGreaterThan(5);
  }

  @Test
  void manyPhotosOfOneHashAndItsNeighbours() throws IOException {
    var flat = vector();
    int most = NearEdges.MOST;
    for (int n = 0; n < 10 * most; n++) {
      add("/flat/" + n, n, 0, near(flat, random.nextDouble(1)), null);
    }
    for (int n = 0; n < most; n++) {
      add("/one-bit/" + n, 1000 + n, 1, near(flat, random.nextDouble(1)), null);
      add("/nine-bits/" + n, 2000 + n, 0x1FF, near(flat, random.nextDouble(1)), null);
    }
    add("/lonely", 3000, -1, flat, null);

    assertThat(groups(source(100), DuplicateLevel.NEAR)).hasSizeGreaterThan(3);
  }

  /// More near fingerprints than are told one by one.
  @Test
  void manyHashesNearEachOther() throws IOException {
    var flat = vector();
    for (int n = 0; n < 6 * Cell.MOST; n++) {
      long hash = bits(3);
      add("/" + n, n, hash, near(flat, random.nextDouble(1)), null);
    }

    assertThat(groups(source(64), DuplicateLevel.NEAR)).hasSizeGreaterThan(3);
  }

  @Test
  void onePhotoAtManyPlacesAndOnePlaceWithManyPhotos() throws IOException {
    var one = vector();
    add("/z", 1, 5, one, null);
    add("/moved", 1, 5, one, null);
    add("/gone", 1, 5, one, null);
    add("/a", 1, 5, one, null);
    add("/moved", 2, random.nextLong(), vector(), null);
    rows.add(
        new Ingested(
            new SourcePhoto("/gone", null),
            1,
            1,
            new Outcome.Rejected(null, Reason.CORRUPT, "cut short")));
    add("/n", 3, 7, near(one, 0.1), null);
    add("/first", 4, 99, one, null); // its bytes are later at /second alone
    add("/second", 4, 99, one, null);
    add("/first", 5, random.nextLong(), vector(), null);

    assertThat(groups(source(2), DuplicateLevel.EXACT)).hasSize(1);
    assertThat(groups(source(2), DuplicateLevel.NEAR)).hasSize(1).first().asString().contains("/n");
  }

  @Test
  void samePixelsInOtherBytesAreExactWhateverTheirVectors() throws IOException {
    for (int n = 0; n < 20; n++) {
      var pixels = digest(5_000 + n % 4);
      add("/" + n, n, random.nextLong(), vector(), pixels);
    }

    assertThat(groups(source(3), DuplicateLevel.EXACT)).hasSize(4);
  }

  /// Who is preferred then goes by what all photos have.
  @Test
  void aFewPhotosThatWereNotMeasuredInDetailMatterToAll() throws IOException {
    for (int n = 0; n < 60; n++) {
      var vector = vector();
      long hash = random.nextLong();
      for (int copy = 0; copy < 4; copy++) {
        var pixels = digest(5_000 + 100 * n + copy);
        add("/%d/%d".formatted(n, copy), 4 * n + copy, hash, near(vector, 0.3), pixels);
      }
    }
    add("/unmeasured", 999, random.nextLong(), vector(), null);

    assertThat(groups(source(30), DuplicateLevel.NEAR)).hasSizeGreaterThan(30);
  }

  @Test
  void anEmptyAnswerIsNone() throws IOException {
    add("/a", 1, 1, vector(), null);
    add("/b", 2, -1, vector(), null);

    assertThat(groups(source(1), DuplicateLevel.NEAR)).isEmpty();
  }

  /// With thresholds on both sides of the one of near photos.
  @ParameterizedTest
  @ValueSource(doubles = {0.85, 0.9, 0.98})
  void similarPhotosWhateverTheirHashes(double threshold) throws IOException {
    var source = new DrawnSource(2_000, 700, SPACE, 7, 40);
    var text = text(DuplicateLevel.SIMILAR, 0.9, threshold);

    var found = new Duplicates(context(), text).find(source);

    assertThat(found.groups().values().collect())
        .isNotEmpty()
        .isEqualTo(LocalDuplicates.of(source, text));
    assertThat(found.cost().hashPairs() > 0).isEqualTo(threshold > 0.9);
  }

  /// So low that every photo is in every cell, and most are one component.
  @Test
  void aLowThresholdComparesAllWithAll() throws IOException {
    var source = new DrawnSource(1_500, 600, SPACE, 9, 3);

    assertThat(groups(source, text(DuplicateLevel.SIMILAR, 0.9, 0.5))).isNotEmpty();
  }

  @Test
  void aChainOfSimilarPhotosIsDecidedAsAWhole() throws IOException {
    var vector = vector();
    for (int n = 0; n < 120; n++) {
      add("/chain/%d.jpg".formatted(n * 7919 % 120), n, random.nextLong(), vector, null);
      vector = near(vector, 0.12);
    }

    assertThat(groups(source(11), DuplicateLevel.SIMILAR)).hasSizeGreaterThan(2);
  }

  @Test
  void equalVectorsAreComparedOnceAndStayTogether() throws IOException {
    var one = vector();
    for (int n = 0; n < 200; n++) {
      add("/" + n, n, random.nextLong(), one, null);
    }
    add("/like", 300, random.nextLong(), near(one, 0.1), null);

    var similar = text(DuplicateLevel.SIMILAR);
    var found = new Duplicates(context(), similar).find(source(64));

    assertThat(found.groups().values().collect())
        .hasSize(1)
        .isEqualTo(LocalDuplicates.of(source(64), similar));
    assertThat(found.cost().vectorPairs()).isEqualTo(1);
  }

  @Test
  void refusesAComponentThatOneTaskHasNoRoomForAndSaysWhatToDo() throws IOException {
    var vector = vector();
    for (int n = 0; n < 50; n++) {
      add("/" + n, n, random.nextLong(), near(vector, 0.01), null);
    }
    var similar = text(DuplicateLevel.SIMILAR, 0.95, 0.9);

    assertThatThrownBy(() -> there(source(9), similar, 40_000))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("50 photos", "room for 24", "--threshold", "0.9", "--level near");
  }

  @Test
  void refusesDbscanAndSaysWhatToDo() {
    var dbscan =
        new DuplicateRule(
            DuplicateMethod.DBSCAN, DuplicateLevel.NEAR, new NearRule(10, 0.9), 0.9, 0.1, 2);

    assertThatThrownBy(() -> there(source(1), new GroupText(dbscan, "test", true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("dbscan", "--method default", "import the table");
  }
}
