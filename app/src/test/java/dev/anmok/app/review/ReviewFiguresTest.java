package dev.anmok.app.review;

import static dev.anmok.app.review.ScoredPhotos.OPINIONS;
import static dev.anmok.app.review.ScoredPhotos.scored;
import static dev.anmok.app.review.ScoredPhotos.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.pipeline.PhotoInReview;
import dev.anmok.core.pipeline.Reviews;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Audits, the report and the labels.
class ReviewFiguresTest {
  private final Random random = new Random(42);

  @TempDir Path folder;
  private @Nullable SqliteCatalog opened;

  @BeforeEach
  void open() throws IOException {
    opened = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
  }

  @AfterEach
  void close() throws IOException {
    catalog().close();
  }

  private SqliteCatalog catalog() {
    return Objects.requireNonNull(opened);
  }

  private Reviews reviews() {
    return catalog().reviews();
  }

  /// Photos `from` to before `to`, all of one score.
  private void record(int from, int to, double score) throws IOException {
    for (int n = from; n < to; n++) {
      catalog().record(List.of(scored("/%03d".formatted(n), "item" + n / 10, n, score)));
    }
  }

  private void say(int photo, String verdict, String reviewer) throws IOException {
    var desk = new ReviewDesk(reviews(), OPINIONS, InstantSource.system());
    assertThat(desk.say(sha(photo), new ReviewDesk.Saying(verdict, "", reviewer))).isPresent();
  }

  private void draw(int photo, String verdict) throws IOException {
    var machine = new MachineVerdict(verdict, "bdnet", OPINIONS.version(), 0);
    reviews().draw("blur", List.of(new Reviews.Drawn(sha(photo), machine)));
  }

  private AuditSample sample(BlurOpinions opinions) throws IOException {
    return new AuditSample(reviews(), opinions, Survey.of(reviews(), opinions), random);
  }

  @Test
  void anAuditSharesItsPlacesAmongTheVerdictsAndDrawsNoPhotoTwice() throws IOException {
    record(0, 100, -1);
    record(100, 110, 3);
    record(110, 130, 1); // uncertain
    for (int n = 130; n < 135; n++) {
      catalog().record(List.of(ScoredPhotos.dark("/dark" + n, n)));
    }
    catalog().record(List.of(ScoredPhotos.unmeasured("/none", 200)));

    assertThat(sample(OPINIONS).draw(4)).isEqualTo(Map.of("sharp", 1, "blurry", 2, "too_dark", 1));
    assertThat(sample(OPINIONS).draw(36))
        .isEqualTo(Map.of("sharp", 24, "blurry", 8, "too_dark", 4));
    assertThat(sample(OPINIONS).draw(1_000)).isEqualTo(Map.of("sharp", 75));
    assertThat(sample(OPINIONS).draw(1)).isEmpty();
    try (var photos = reviews().photos("blur", OPINIONS.version())) {
      assertThat(photos.map(PhotoInReview::drawn).filter(java.util.Optional::isPresent))
          .hasSize(115);
    }
    assertThatThrownBy(() -> sample(OPINIONS).draw(0)).hasMessageContaining("1..10000");
  }

  @Test
  void everyPhotoOfAVerdictHasTheSameChance() throws IOException {
    record(0, 20, -1);
    say(3, "blurry", "kim"); // looked at already: no less likely, or the estimate were biased
    var counts = new int[20];
    for (int trial = 0; trial < 200; trial++) {
      var version = ScoredPhotos.opinions(new BlurBand(0, 1 + trial));
      sample(version).draw(5);
      try (var photos = reviews().photos("blur", version.version())) {
        photos
            .filter(photo -> photo.drawn().isPresent())
            .forEach(photo -> counts[Integer.parseInt(photo.photo().sha256().substring(50), 16)]++);
      }
    }
    for (int count : counts) { // 200 trials of chance 1/4: mean 50, standard deviation 6.1
      assertThat(count).isBetween(50 - 31, 50 + 31);
    }
  }

  @Test
  void theReportCountsWhoDecidedAndMeasuresTheMachineOnDrawnPhotosOnly() throws IOException {
    record(0, 10, -1); // sharp
    record(10, 15, 3); // blurry
    record(15, 18, 1); // uncertain
    catalog().record(List.of(ScoredPhotos.unmeasured("/none", 18)));
    catalog().record(List.of(ScoredPhotos.again("/copy", "", 0)));
    for (int n : List.of(10, 11, 12, 13)) {
      draw(n, "blurry");
    }
    draw(0, "sharp");
    draw(1, "sharp");
    draw(2, "sharp");
    say(10, "blurry", "kim");
    say(11, "blurry", "kim");
    say(12, "sharp", "kim");
    say(13, "skip", "kim"); // drawn, not decided
    say(0, "sharp", "kim");
    say(1, "sharp", "kim");
    say(1, "blurry", "lee"); // later: counts
    say(5, "blurry", "lee"); // corrected by hand, not drawn
    say(15, "blurry", "lee");
    say(16, "skip", "lee");
    var report = ReviewReport.of(reviews(), OPINIONS);

    assertThat(report.precision()).isEqualTo(new Proportion(2, 3));
    assertThat(report.missed()).isEqualTo(new Proportion(1, 2));
    // decided by people: 10, 11, 12, 0, 1, 5, 15; waiting: 16, 17; the machine alone: the rest
    assertThat(report.photos()).isEqualTo(new ReviewReport.Deciders(9, 7, 2, 1));
    assertThat(report.photos().saved()).isCloseTo(9.0 / 19, within(1e-12));
    assertThat(report.verdicts())
        .isEqualTo(
            Map.of(
                "sharp", new ReviewReport.VerdictTally(10, 3, Map.of("sharp", 1L, "blurry", 1L)),
                "blurry", new ReviewReport.VerdictTally(5, 4, Map.of("sharp", 1L, "blurry", 2L)),
                "uncertain", new ReviewReport.VerdictTally(3, 0, Map.of("blurry", 1L))));
    assertThat(report.people())
        .isEqualTo(
            new ReviewReport.People(
                Map.of("sharp", 2L, "blurry", 5L, "skip", 2L), Map.of("kim", 6L, "lee", 4L), 1));
  }

  @Test
  void auditsOfOtherThresholdsDoNotCount() throws IOException {
    record(0, 2, -1);
    draw(0, "sharp");
    say(0, "blurry", "kim");
    var retuned = ReviewReport.of(reviews(), ScoredPhotos.opinions(new BlurBand(0, 3)));

    assertThat(retuned.missed().trials()).isZero();
    assertThat(retuned.photos()).isEqualTo(new ReviewReport.Deciders(1, 1, 0, 0));
    assertThat(ReviewReport.of(reviews(), OPINIONS).missed()).isEqualTo(new Proportion(1, 1));
  }

  @Test
  void anEmptyCatalogHasAnEmptyReport() throws IOException {
    var report = ReviewReport.of(reviews(), OPINIONS);

    assertThat(report.photos()).isEqualTo(new ReviewReport.Deciders(0, 0, 0, 0));
    assertThat(report.photos().saved()).isZero();
    assertThat(report.precision().trials()).isZero();
  }

  @Test
  void labelsHaveARowForEachDecidedPhotoWithItsItemAsTheGroup() throws IOException {
    record(20, 24, 1);
    catalog().record(List.of(scored("/x", "", 9, 1), ScoredPhotos.again("/copy", "z", 21)));
    var desk = new ReviewDesk(reviews(), OPINIONS, InstantSource.system());
    desk.say(sha(21), new ReviewDesk.Saying("blurry", "motion", "kim"));
    say(22, "skip", "kim");
    say(23, "blurry", "kim");
    say(23, "sharp", "lee");
    say(9, "sharp", "kim");
    var rows = new ArrayList<List<String>>();
    new ReviewLabels(reviews(), Answers.BLUR).rows(rows::add);

    // sha256("item2") begins with df, that of the text of photo 9's digest with 1d
    assertThat(rows)
        .containsExactly(
            List.of("/021", "blurry", "motion", "", "item2", "tune"),
            List.of("/023", "sharp", "", "", "item2", "tune"),
            List.of("/x", "sharp", "", "", sha(9), "test"));
  }
}
