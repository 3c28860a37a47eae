package dev.anmok.app.album;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Models;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.curate.CategoryReason;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.score.Category;
import dev.anmok.core.score.CategoryMethod;
import dev.anmok.core.score.CategorySet;
import dev.anmok.core.score.Pooling;
import dev.anmok.onnx.ModelPack;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The embedded pack's space, with texts and photos on directions that are known: food is the first
/// axis, sand the second, the neutral bank the third. Without a calibration for these prompts the
/// limits are ln 2 / 10 = 0.0693; the pack's floor of groups is 0.98.
class CategoriesJobTest {
  private static final List<String> AXES = List.of("food", "sand", "neutral");
  private static ModelPack pack = embedded();

  private static ModelPack embedded() {
    try {
      return Models.embedded();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void theFloorIsAsTheseTestsTakeIt() {
    assertThat(pack.calibration("category-groups").orElseThrow().value("floor")).isEqualTo(0.98);
  }

  private static CategoriesJob job(CategoryMethod method) throws IOException {
    return job(method, null);
  }

  private static CategoriesJob job(CategoryMethod method, @Nullable Catalog catalogOrNull)
      throws IOException {
    var set =
        new CategorySet(
            List.of(
                new Category("sand", Map.of("ko", "모래"), Map.of("en", List.of("sand"))),
                new Category("food", Map.of("ko", "음식"), Map.of("en", List.of("food")))),
            Map.of(),
            Map.of("en", List.of("neutral")),
            Pooling.ENSEMBLE,
            method);
    var album = Profiles.shippedAlbum().with(set);
    var calibrations = new Calibrations(catalogOrNull, pack);
    return CategoriesJob.bind(
        new AlbumContext(album, pack, new Axes(), calibrations, Path.of("heads")));
  }

  private static AlbumPhotos photos(double[]... vectors) {
    var photos = new ArrayList<AlbumPhoto>();
    for (var vector : vectors) {
      photos.add(photo("p" + photos.size(), vector));
    }
    return AlbumPhotos.of(photos);
  }

  private static AlbumPhoto photo(String uri, double... vector) {
    return new AlbumPhoto(
        uri, uri, 1, new ImageFacts("jpeg", 1, 1), new Measures(0, 0, 0, 0), null, vector(vector));
  }

  private static Embedding vector(double... values) {
    var all = new float[pack.dimension()];
    for (int i = 0; i < values.length; i++) {
      all[i] = (float) values[i];
    }
    return Embedding.normalize(pack.space(), all);
  }

  private static String json(Answer answer) {
    return new JsonMapper().writeValueAsString(answer.plain());
  }

  @Test
  void noPhotoGivesAnEmptyAnswerAndOneWorks() throws IOException {
    for (var method : CategoryMethod.values()) {
      var job = job(method);
      assertThat(json(job.answer(photos(), CategoriesOptions.DEFAULT))).isEqualTo("[]");
      assertThat(json(job.answer(photos(new double[] {1, 0, 0}), CategoriesOptions.DEFAULT)))
          .isEqualTo("[{\"category\":\"food\",\"images\":[\"p0\"]}]");
    }
  }

  @Test
  void theAnswerFollowsTheOrderOfTheCategoriesWithOthersLast() throws IOException {
    var some =
        photos(
            new double[] {0, 0, 1},
            new double[] {1, 0, 0},
            new double[] {0, 1, 0},
            new double[] {1, 0.1, 0.3},
            new double[] {1, 1, 0});

    var answer = job(CategoryMethod.CALIBRATED).answer(some, new CategoriesOptions(2, true));

    assertThat(json(answer))
        .isEqualTo(
            "[{\"category\":\"sand\",\"images\":[\"p2\"]},"
                + "{\"category\":\"food\",\"images\":[\"p1\",\"p3\"]},"
                + "{\"category\":\"others\",\"images\":[\"p0\",\"p4\"]}]");
    assertThat(answer.decision(0).reason().code()).isEqualTo("below_neutral");
    assertThat(answer.decision(4).reason().code()).isEqualTo("no_clear_winner");
    var details = new JsonMapper().readTree(new JsonMapper().writeValueAsString(answer.details()));
    var second = details.get("categories").get(1);
    assertThat(second.get("labels").get("ko").asString()).isEqualTo("음식");
    assertThat(second.get("images").get(0).get("scores")).hasSize(2);
    assertThat(details.get("limits").get("note").asString()).contains("anmok tune categories");
  }

  /// Alone, p0 has the gap 0.156 and p1 0.060, too small. Their cosine is 0.998, so they are one
  /// group, whose mean has 0.108.
  @Test
  void photosVeryMuchAlikeAreJudgedTogether() throws IOException {
    var some = photos(new double[] {0.80, 0.64, 0}, new double[] {0.74, 0.68, 0});
    var job = job(CategoryMethod.CALIBRATED);

    var single = job.answer(some, new CategoriesOptions(1, true));
    var grouped = job.answer(some, CategoriesOptions.DEFAULT);

    assertThat(single.byCategory().keySet()).containsExactly("food", "others");
    assertThat(grouped.byCategory()).isEqualTo(Map.of("food", List.of("p0", "p1")));
    assertThat(grouped.groups()).isEqualTo(1);
  }

  @Test
  void whatPeopleSaidOfAPhotoGoesBeforeTheMachine(@TempDir Path folder) throws IOException {
    try (var catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"))) {
      var sha256 = "ab".repeat(32);
      var photo = photo("said", sha256);
      var stored =
          new Photo(sha256, 1, new ImageFacts("jpeg", 1, 1), new Measures(0, 0, 0, 0), null);
      catalog.record(
          List.of(
              new Ingested(
                  new SourcePhoto("said", null),
                  1,
                  1,
                  new Outcome.Processed(stored, photo.embedding()))));
      var both = AlbumPhotos.of(List.of(photo("p0", "cd".repeat(32)), photo));
      var job = job(CategoryMethod.CALIBRATED, catalog);
      assertThat(json(job.answer(both, CategoriesOptions.DEFAULT)))
          .isEqualTo("[{\"category\":\"food\",\"images\":[\"p0\",\"said\"]}]");
      say(catalog, sha256, "gone"); // a category that the album does not have
      assertThat(job.answer(both, CategoriesOptions.DEFAULT).decision(1).reason())
          .isEqualTo(CategoryReason.BEST);
      say(catalog, sha256, "sand");

      for (var perPhoto : List.of(true, false)) {
        var answer = job.answer(both, new CategoriesOptions(2, perPhoto));
        assertThat(json(answer))
            .isEqualTo(
                "[{\"category\":\"sand\",\"images\":[\"said\"]},"
                    + "{\"category\":\"food\",\"images\":[\"p0\"]}]");
        assertThat(new JsonMapper().writeValueAsString(answer.details()))
            .contains("\"reason\":\"by_people\",\"reviewer\":\"kim\",\"machine\":\"food\"");
      }
      assertThat(json(job.unreviewed().answer(both, CategoriesOptions.DEFAULT)))
          .doesNotContain("sand");
    }
  }

  private static AlbumPhoto photo(String uri, String sha256) {
    var facts = new ImageFacts("jpeg", 1, 1);
    return new AlbumPhoto(uri, sha256, 1, facts, new Measures(0, 0, 0, 0), null, vector(1, 0, 0));
  }

  private static void say(Catalog catalog, String sha256, String category) throws IOException {
    catalog
        .reviews()
        .store(new Review(sha256, "category", category, "", "kim", Instant.EPOCH, null));
  }

  /// p4 alone would be sand, but four of its five nearest are food; so are those of p5.
  @Test
  void asPublishedEveryPhotoGetsACategoryThroughItsNeighbours() throws IOException {
    var some =
        photos(
            new double[] {1, 0, 0},
            new double[] {1, 0, 0},
            new double[] {1, 0, 0},
            new double[] {1, 0, 0},
            new double[] {0.6, 0.8, 0},
            new double[] {0, 0, 1});

    var answer = job(CategoryMethod.ARGMAX).answer(some, CategoriesOptions.DEFAULT);

    assertThat(answer.byCategory().get("food")).containsExactly("p0", "p1", "p2", "p3", "p4", "p5");
  }

  /// Texts that are the names of axes.
  private static final class Axes implements TextEncoder {
    @Override
    public VectorSpace space() {
      return pack.space();
    }

    @Override
    public double logitScale() {
      return 10;
    }

    @Override
    public List<Embedding> encode(List<String> texts) {
      return texts.stream()
          .map(text -> {
            var axis = new double[3];
            axis[AXES.indexOf(text)] = 1;
            return vector(axis);
          })
          .toList();
    }

    @Override
    public void close() {}
  }
}
