package dev.anmok.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.curate.CategoryRule;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.score.Category;
import dev.anmok.core.score.CategoryMethod;
import dev.anmok.core.score.CategorySet;
import dev.anmok.core.score.Pooling;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Categories on known axes, with limits of 0.2 and a logit scale of 10: the uncertain band is ln 2
/// / 10 = 0.0693 to either side.
class CategoryOpinionsTest {
  private static final VectorSpace SPACE = new VectorSpace("axes", "00", "none", "none", 3);
  private static final List<String> AXES = List.of("빵 & 커피", "sand", "neutral");
  private static final CategorySet SET =
      new CategorySet(
          List.of(
              new Category("빵 & 커피", Map.of(), Map.of("ko", List.of("빵 & 커피"))),
              new Category("sand", Map.of(), Map.of("en", List.of("sand")))),
          Map.of(),
          Map.of("en", List.of("neutral")),
          Pooling.ENSEMBLE,
          CategoryMethod.CALIBRATED);
  private static final String BREAD = Answers.of(SET).code("빵 & 커피");

  @TempDir Path folder;

  private static CategoryOpinions opinions(SqliteCatalog catalog) {
    return new CategoryOpinions(
        Answers.of(SET),
        SET.bind(new Axes()),
        new CategoryRule(0.2, 0.2),
        new CategoryOpinions.Vectors(catalog, SPACE));
  }

  private static Ingested photo(int n, double... vector) {
    var sha256 = ScoredPhotos.sha(n);
    var photo = new Photo(sha256, 1, new ImageFacts("jpeg", 8, 8), new Measures(n, 0, 0, 0), null);
    return new Ingested(
        new SourcePhoto("/" + n, null), 1, 1, new Outcome.Processed(photo, vector(vector)));
  }

  private static Embedding vector(double... values) {
    var all = new float[3];
    for (int i = 0; i < values.length; i++) {
      all[i] = (float) values[i];
    }
    return Embedding.normalize(SPACE, all);
  }

  private SqliteCatalog catalog() throws IOException {
    var catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
    catalog.record(
        List.of(
            photo(1, 1, 0, 0), // bread, sure
            photo(2, 0.8, 0.6, 0), // gap 0.2: at the limit, which does not pass
            photo(3, 0.6, 0.35, 0), // gap 0.36
            photo(4, 0, 0.7, 0.5), // sand over neutral by 0.23: passes by little
            photo(5, 0, 0, 1)));
    return catalog;
  }

  private static List<Integer> numbers(QueuePage page) {
    return page.photos().stream()
        .map(queued -> Integer.parseInt(queued.photo().uri().substring(1)))
        .toList();
  }

  @Test
  void photosNearTheLimitsAreAskedAboutTheLeastSureFirst() throws IOException {
    try (var catalog = catalog()) {
      var opinions = opinions(catalog);
      var page = ReviewQueue.of(catalog.reviews(), opinions).page(null, 10);

      assertThat(numbers(page)).containsExactly(2, 4);
      var first = page.photos().getFirst().opinion();
      assertThat(first.machine().verdict()).isEqualTo("others");
      assertThat(first.distance()).isCloseTo(0, within(1e-5));
      var second = (CategoryOpinion) page.photos().getLast().opinion();
      assertThat(second.machine().verdict()).isEqualTo("sand");
      double over = 0.2 / Math.sqrt(0.74) - 0.2; // (0.7 - 0.5) / |v|
      assertThat(second.machine().score()).isCloseTo(over, within(1e-6));
      assertThat(second.distance()).isCloseTo(over / (Math.log(2) / 10), within(1e-5));
      assertThat(page.lengths()).isEqualTo(new QueuePage.Lengths(0, 2, 0, 0));
    }
  }

  @Test
  void aNameOfAnyTextIsStoredUnderACodeAndReadBack() throws IOException {
    assertThat(BREAD).matches("c-[0-9a-f]{12}");
    assertThat(Answers.of(SET).word(BREAD)).isEqualTo("빵 & 커피");
    assertThat(Answers.of(SET).code(BREAD)).isEqualTo(BREAD);
    assertThat(Answers.of(SET).code("sand")).isEqualTo("sand");
    assertThatThrownBy(() -> Answers.of(SET).code("sea"))
        .hasMessage("verdict must be one of 빵 & 커피, sand, others, skip, was 'sea'");
    try (var catalog = catalog()) {
      var desk = new ReviewDesk(catalog.reviews(), opinions(catalog), InstantSource.system());
      desk.say(ScoredPhotos.sha(2), new ReviewDesk.Saying(BREAD, "", "kim"));
      desk.say(ScoredPhotos.sha(4), new ReviewDesk.Saying("sand", "", "kim"));

      var rows = new ArrayList<List<String>>();
      var labels = new ReviewLabels(catalog.reviews(), Answers.of(SET));
      labels.rows(rows::add);
      assertThat(labels.columns()).containsExactly("uri", "category", "group", "split");
      assertThat(rows)
          .extracting(row -> row.subList(0, 2))
          .containsExactly(List.of("/2", "빵 & 커피"), List.of("/4", "sand"));
      var report = ReviewReport.of(catalog.reviews(), opinions(catalog));
      assertThat(report.proposals()).isEqualTo(new Proportion(1, 2));
      assertThat(report.photos()).isEqualTo(new ReviewReport.Deciders(3, 2, 0, 0));
    }
  }

  @Test
  void anAuditMeasuresWhatTheMachineIsSureOf() throws IOException {
    try (var catalog = catalog()) {
      var opinions = opinions(catalog);
      var survey = Survey.of(catalog.reviews(), opinions);
      var drawn = new AuditSample(catalog.reviews(), opinions, survey, new Random(1)).draw(100);
      assertThat(drawn).isEqualTo(Map.of("빵 & 커피", 2, "others", 1));
      var desk = new ReviewDesk(catalog.reviews(), opinions, InstantSource.system());
      desk.say(ScoredPhotos.sha(1), new ReviewDesk.Saying(BREAD, "", "kim"));
      desk.say(ScoredPhotos.sha(3), new ReviewDesk.Saying("others", "", "kim"));

      var report = ReviewReport.of(catalog.reviews(), opinions, survey);
      assertThat(report.agreement()).isEqualTo(new Proportion(1, 2));
      var page = new ReviewQueue(catalog.reviews(), opinions, survey).page(null, 10);
      assertThat(numbers(page)).containsExactly(5, 2, 4);
    }
  }

  /// Texts that are the names of axes.
  private static final class Axes implements TextEncoder {
    @Override
    public VectorSpace space() {
      return SPACE;
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
