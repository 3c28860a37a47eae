package dev.anmok.app.review;

import static dev.anmok.app.review.ScoredPhotos.OPINIONS;
import static dev.anmok.app.review.ScoredPhotos.scored;
import static dev.anmok.app.review.ScoredPhotos.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurModel;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.LearnedBlur;
import dev.anmok.core.quality.NetRule;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewDeskTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00.123456789Z");

  @TempDir Path folder;

  private SqliteCatalog catalog() throws IOException {
    var catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
    catalog.record(
        List.of(
            scored("/1", "", 1, 1),
            scored("/2", "", 2, 5),
            ScoredPhotos.unmeasured("/3", 3),
            ScoredPhotos.again("/1 again", "", 1)));
    return catalog;
  }

  private static ReviewDesk desk(SqliteCatalog catalog) {
    return new ReviewDesk(catalog.reviews(), OPINIONS, InstantSource.fixed(NOW));
  }

  private static ReviewDesk.Saying saying(String verdict, String kind) {
    return new ReviewDesk.Saying(verdict, kind, "kim");
  }

  @Test
  void keepsWhatWasSaidWithWhatTheMachineSaysOfIt() throws IOException {
    try (var catalog = catalog()) {
      var desk = desk(catalog);
      var said = desk.say(sha(2), saying("blurry", "motion"));

      assertThat(said)
          .contains(
              new Review(
                  sha(2),
                  "blur",
                  "blurry",
                  "motion",
                  "kim",
                  Instant.parse("2026-03-01T09:00:00.123Z"),
                  new MachineVerdict("blurry", "bdnet", OPINIONS.version(), 5)));
      assertThat(catalog.reviews().standing(sha(2), "blur")).isEqualTo(said);
      assertThat(desk.say(sha(3), saying("sharp", "")).orElseThrow().machine()).isEmpty();
      assertThat(desk.say(sha(9), saying("sharp", ""))).isEmpty();
    }
  }

  @Test
  void refusesWordsThatTheSubjectDoesNotHave() throws IOException {
    try (var catalog = catalog()) {
      var desk = desk(catalog);
      assertThatThrownBy(() -> desk.say(sha(1), saying("fuzzy", "")))
          .hasMessage("verdict must be one of sharp, blurry, skip, was 'fuzzy'");
      assertThatThrownBy(() -> desk.say(sha(1), saying("blurry", "rain")))
          .hasMessageContaining("kind must be one of defocus, motion");
      assertThatThrownBy(() -> desk.say(sha(1), saying("sharp", "motion")))
          .hasMessage("kind needs the verdict blurry, not sharp");
      assertThatThrownBy(() -> Subject.parse("taste"))
          .hasMessage("subject must be blur or duplicates or category, was 'taste'");
      try (var all = catalog.reviews().all("blur")) {
        assertThat(all).isEmpty();
      }
    }
  }

  @Test
  void aDecisionIsFoundForEveryPlaceOfThePhotoAndASkipIsNone() throws IOException {
    try (var catalog = catalog()) {
      desk(catalog).say(sha(1), saying("sharp", ""));
      desk(catalog).say(sha(2), saying("skip", ""));
      var reviewed = Reviewed.in(catalog.reviews(), Subject.BLUR);

      for (var uri : List.of("/1", "/1 again")) {
        var sha256 = catalog.seen(uri).orElseThrow().sha256().orElseThrow();
        assertThat(reviewed.of(sha256).orElseThrow().verdict()).isEqualTo("sharp");
      }
      assertThat(reviewed.of(sha(2))).isEmpty();
      assertThat(reviewed.of(sha(3))).isEmpty();
      assertThat(Reviewed.NOTHING.of(sha(1))).isEmpty();
    }
  }

  @Test
  void aVersionNamesEveryThresholdAndWeight() {
    assertThat(learned(1, 2).version()).matches("[0-9a-f]{12}").isEqualTo(learned(1, 2).version());
    assertThat(learned(1, 2).version())
        .isNotEqualTo(learned(1, 2.5).version())
        .isNotEqualTo(learned(1.5, 2).version())
        .isNotEqualTo(OPINIONS.version());
    var method = new NetRule(new BlurBand(-1, 1));
    assertThat(new BlurOpinions(new BlurJudge(method, BlurJudge.Limits.DEFAULT)).version())
        .isNotEqualTo(
            new BlurOpinions(new BlurJudge(method, new BlurJudge.Limits(0.5, 0.9, 0.37, 0.015)))
                .version());
  }

  private static BlurOpinions learned(double weight, double blurryOver) {
    var terms = List.of(new BlurModel.Term(BlurMeasure.TILES_TOP, 0, 1, weight));
    var model = new BlurModel(Detail.DEFINITION, terms, 0);
    var method = new LearnedBlur(model, new BlurBand(0, blurryOver));
    return new BlurOpinions(new BlurJudge(method, BlurJudge.Limits.DEFAULT));
  }
}
