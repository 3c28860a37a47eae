package dev.anmok.app.album;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.app.head.Heads;
import dev.anmok.app.head.StoredHead;
import dev.anmok.app.head.UnknownHeadException;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Models;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.score.LinearHead;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Photos on axis N score N: the fake text tower puts the prompt of score N there.
class HighlightsJobTest {
  @TempDir Path folder;
  private ModelPack pack = embedded();
  private VectorSpace space = pack.space();
  private AlbumContext context = context();

  private static ModelPack embedded() {
    try {
      return Models.embedded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void open() {
    context = context();
  }

  private AlbumContext context() {
    return new AlbumContext(
        Profiles.shippedAlbum(),
        pack,
        new Axes(space),
        new Calibrations(null, pack),
        folder == null ? Path.of("") : folder);
  }

  private record Axes(VectorSpace space) implements TextEncoder {
    @Override
    public double logitScale() {
      return 1000;
    }

    @Override
    public List<Embedding> encode(List<String> texts) {
      return texts.stream().map(t -> axis(Integer.parseInt(t.replaceAll("\\D", "")))).toList();
    }

    Embedding axis(int axis) {
      var values = new float[space.dimension()];
      values[axis] = 1;
      return Embedding.ofUnit(space, values);
    }

    @Override
    public void close() {}
  }

  @Test
  void theBestComeFirstInTheSourcesShape() throws IOException {
    var answer = ask(HighlightsOptions.DEFAULT, photo("low", 1), photo("top", 10), photo("mid", 4));

    assertThat(answer.plain())
        .isEqualTo(
            List.of(
                Map.of(
                    "category",
                    "others",
                    "images",
                    List.of(
                        Map.of("image", "top", "score", 1.0),
                        Map.of("image", "mid", "score", 0.3333),
                        Map.of("image", "low", "score", 0.0)))));
  }

  @Test
  void detailsAddRawUnitPercentileAndTheCover() throws IOException {
    var answer = ask(HighlightsOptions.DEFAULT, photo("low", 1), photo("top", 10), photo("mid", 4));

    assertThat(answer.extent()).isEqualTo(new HighlightsAnswer.Extent(3, 1, 10));
    assertThat(answer.rows())
        .containsExactly(
            new HighlightsAnswer.Row("others", "top", 1, 10, 1, 0.8333, true),
            new HighlightsAnswer.Row("others", "mid", 0.3333, 4, 0.3333, 0.5, false),
            new HighlightsAnswer.Row("others", "low", 0, 1, 0, 0.1667, false));
    assertThat(answer.details()).containsEntry("lens", "ladder").containsEntry("photos", 3);
  }

  @Test
  void noneGiveNothingAndOneGivesOne() throws IOException {
    assertThat(ask(HighlightsOptions.DEFAULT).plain()).isEmpty();
    assertThat(ask(HighlightsOptions.DEFAULT).details()).containsEntry("photos", 0);
    assertThat(ask(HighlightsOptions.DEFAULT, photo("only", 7)).rows())
        .containsExactly(new HighlightsAnswer.Row("others", "only", 0.6667, 7, 0.6667, 0.5, true));
  }

  @Test
  void equalScoresAreOrderedByUriAndTheLimitIsForEachCategory() throws IOException {
    var photos = List.of(photo("d", 5), photo("b", 5), photo("a", 9), photo("c", 5));
    var options = new HighlightsOptions(2, null, ScoreScale.RAW, false);

    var answer = job(List.of("sea", "city"), 1, 0, 1, 0).answer(AlbumPhotos.of(photos), options);

    assertThat(answer.rows())
        .extracting(HighlightsAnswer.Row::uri)
        .containsExactly("b", "c", "a", "d");
    assertThat(answer.rows())
        .extracting(HighlightsAnswer.Row::category)
        .containsExactly("sea", "sea", "city", "city");
    assertThat(answer.rows())
        .extracting(HighlightsAnswer.Row::cover)
        .containsExactly(false, false, true, false);
  }

  @Test
  void aCategoryWithoutPhotosIsNotListed() throws IOException {
    var answer =
        job(List.of("sea", "city"), 1)
            .answer(AlbumPhotos.of(List.of(photo("a", 3))), HighlightsOptions.DEFAULT);

    assertThat(answer.rows()).extracting(HighlightsAnswer.Row::category).containsExactly("city");
  }

  /// A hundred shots of one scene are all better than the two others.
  @Test
  void nearDuplicatesTakeOnePlace() throws IOException {
    var photos = new ArrayList<AlbumPhoto>();
    for (int i = 0; i < 100; i++) {
      photos.add(photo("burst-" + (100 + i), 9));
    }
    photos.add(photo("second", 5));
    photos.add(photo("third", 2));
    var all = AlbumPhotos.of(photos);
    var job = job(List.of("others"), new int[photos.size()]);

    var distinct = new HighlightsOptions(3, null, ScoreScale.UNIT, null);
    assertThat(job.answer(all, distinct).rows())
        .extracting(HighlightsAnswer.Row::uri)
        .containsExactly("burst-100", "second", "third");
    var every = new HighlightsOptions(3, null, ScoreScale.UNIT, false);
    assertThat(job.answer(all, every).rows())
        .extracting(HighlightsAnswer.Row::uri)
        .containsExactly("burst-100", "burst-101", "burst-102");
  }

  /// However many passes it takes, the result is that of going through all photos best first.
  @Test
  void shelvesFindWhatGoingThroughAllFinds() {
    var random = new Random(3);
    var rule = context.album().duplicates().near();
    for (int limit : new int[] {1, 2, 5}) {
      var all = new ArrayList<Highlight>();
      for (int i = 0; i < 300; i++) {
        // few scenes, so that most are repetitions of better ones
        all.add(new Highlight(photo("p" + i, 1 + random.nextInt(9)), random.nextInt(40)));
      }
      var expected = new ArrayList<Highlight>();
      all.stream()
          .sorted()
          .filter(h -> expected.stream().noneMatch(better -> h.near(better, rule)))
          .limit(limit)
          .forEach(expected::add);
      var shelf = new Shelf(limit, rule);

      do {
        all.forEach(shelf::offer);
      } while (shelf.settle());

      assertThat(shelf.kept()).isEqualTo(expected);
    }
  }

  @Test
  void aHeadOfTheWorkspaceScoresInPlaceOfTheLadder() throws IOException {
    var weights = new double[space.dimension()];
    weights[2] = 12;
    var head = new StoredHead("two", LinearHead.of(space, weights, -1), "by hand", Map.of());
    new Heads(folder).save(head);
    var options = new HighlightsOptions(10, "two", ScoreScale.UNIT, null);

    var answer = ask(options, photo("a", 2), photo("b", 8));

    assertThat(answer.lens()).isEqualTo("two");
    assertThat(answer.origin()).isEqualTo("by hand");
    assertThat(answer.rows()).extracting(HighlightsAnswer.Row::raw).containsExactly(11.0, -1.0);
    assertThat(answer.rows()).extracting(HighlightsAnswer.Row::score).containsExactly(1.0, 0.0);
    assertThatThrownBy(
            () -> ask(new HighlightsOptions(10, "three", ScoreScale.UNIT, null), photo("a", 2)))
        .isInstanceOf(UnknownHeadException.class)
        .hasMessageContaining("two");
  }

  @Test
  void equalScoresShareTheirPercentile() {
    var scores = new AlbumScores();
    for (double value : new double[] {5, 1, 5, 9}) {
      scores.add(value);
    }

    assertThat(scores.percentile(1)).isCloseTo(0.125, within(1e-12));
    assertThat(scores.percentile(5)).isCloseTo(0.5, within(1e-12));
    assertThat(scores.percentile(9)).isCloseTo(0.875, within(1e-12));
  }

  @Test
  void settingsAreReadAndChecked() {
    assertThat(HighlightsOptions.read(name -> Optional.empty()))
        .isEqualTo(HighlightsOptions.DEFAULT);
    var sent = Map.of("limit", "3", "head", "two", "scale", "percentile", "distinct", "false");
    assertThat(HighlightsOptions.read(name -> Optional.ofNullable(sent.get(name))))
        .isEqualTo(new HighlightsOptions(3, "two", ScoreScale.PERCENTILE, false));
    bad("limit", "1000000000");
    bad("limit", "0");
    bad("scale", "stars");
    bad("distinct", "yes");
    bad("head", "../../etc/passwd");
    bad("head", "a.json");
  }

  private static void bad(String setting, String value) {
    assertThatThrownBy(() ->
            HighlightsOptions.read(
                name -> name.equals(setting) ? Optional.of(value) : Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(setting)
        .hasMessageContaining(value);
  }

  private HighlightsAnswer ask(HighlightsOptions options, AlbumPhoto... photos) throws IOException {
    return job(List.of("others"), new int[photos.length])
        .answer(AlbumPhotos.of(List.of(photos)), options);
  }

  /// A job that puts each photo into the category given for its place.
  private HighlightsJob job(List<String> names, int... categories) throws IOException {
    var lens =
        BoundLens.of(
            context.album().highlights().lens(), context.texts(), new Heads(context.heads()));
    var categorised =
        new Categorised() {
          @Override
          public List<String> categories() {
            return names;
          }

          @Override
          public int of(int index, String uri) {
            return categories[index];
          }
        };
    return new HighlightsJob(context, photos -> categorised, lens);
  }

  private AlbumPhoto photo(String uri, int score) {
    return new AlbumPhoto(
        uri,
        "sha-" + uri,
        1,
        new ImageFacts("jpeg", 10, 10),
        new Measures(score * 0x0123_4567_89ABL, 0, 0, 0),
        null,
        new Axes(space).axis(score));
  }
}
