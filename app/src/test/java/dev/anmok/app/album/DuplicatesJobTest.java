package dev.anmok.app.album;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Measures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DuplicatesJobTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "none", "none", "none", 2);
  private static final DuplicateRule RULE =
      new DuplicateRule(
          DuplicateMethod.DEFAULT, DuplicateLevel.SIMILAR, new NearRule(10, 0.9), null, 0.1, 2);
  private static final DuplicatesJob JOB =
      new DuplicatesJob(RULE, new SimilarThreshold(0.9, "a test"), SPACE.dimension(), null);

  @Test
  void plainGroupsHoldUrisTheKeepersFirstAndNoSingles() throws IOException {
    var photos = List.of(photo("b", 0, 640), photo("z", 90, 640), photo("a", 10, 320));

    assertThat(answer(photos, Map.of()).plain()).containsExactly(List.of("b", "a"));
  }

  @Test
  void detailsSayWhy() throws IOException {
    var photos = List.of(photo("a", 0, 320), photo("b", 10, 640));

    var details = answer(photos, Map.of()).details();

    assertThat(details)
        .containsEntry("method", "default")
        .containsEntry("level", "similar")
        .containsEntry("similar", 0.9)
        .containsEntry("similar_origin", "a test");
    assertThat(details.get("groups"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", photos.get(1).sha256().substring(0, 12),
                    "level", "near",
                    "keeper", "b",
                    "reason", "larger: 640x480 against 320x480",
                    "members",
                        List.of(
                            Map.of(
                                "image",
                                "a",
                                "level",
                                "near",
                                "cosine",
                                0.9848, // cos 10 degrees
                                "hash_bits",
                                0)))));
  }

  @Test
  void noPhotosAndOnePhotoHaveNoGroups() throws IOException {
    assertThat(answer(List.of(), Map.of()).plain()).isEmpty();
    assertThat(answer(List.of(photo("a", 0, 1)), Map.of()).plain()).isEmpty();
    assertThat(answer(List.of(), Map.of("method", "dbscan")).plain()).isEmpty();
  }

  @Test
  void theOrderOfInputDoesNotMatter() throws IOException {
    var random = new Random(4);
    var photos = new ArrayList<AlbumPhoto>();
    for (int i = 0; i < 300; i++) {
      photos.add(photo("photo" + i, random.nextInt(360), 300 + random.nextInt(300)));
    }
    var before = answer(photos, Map.of()).details();
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(photos, random);
      assertThat(answer(photos, Map.of()).details()).isEqualTo(before);
    }
  }

  @Test
  void asPublishedAChainIsOneGroup() throws IOException {
    var photos = List.of(photo("a", 0, 2000), photo("b", 25, 1000), photo("c", 50, 500));

    assertThat(answer(photos, Map.of("method", "dbscan", "eps", "0.1", "min-samples", "2")).plain())
        .containsExactly(List.of("a", "b", "c"));
    assertThat(answer(photos, Map.of()).plain()).containsExactly(List.of("a", "b"));
  }

  private static DuplicatesAnswer answer(List<AlbumPhoto> photos, Map<String, String> settings)
      throws IOException {
    return JOB.answer(
        AlbumPhotos.of(photos),
        DuplicatesOptions.read(name -> Optional.ofNullable(settings.get(name))));
  }

  private static AlbumPhoto photo(String uri, int degrees, int width) {
    var sha256 = String.format("%064x", uri.hashCode() * 0x9E3779B97F4A7C15L);
    var reversed = new StringBuilder(sha256).reverse().toString();
    var angle = Math.toRadians(degrees);
    var vector = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    return new AlbumPhoto(
        uri,
        reversed,
        1,
        new ImageFacts("jpeg", width, 480),
        new Measures(0, 128, 40, 50),
        null,
        Embedding.normalize(SPACE, vector));
  }
}
