package dev.anmok.app.album;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.profile.BlurChoice;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.review.Reviewed;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Models;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.quality.BlurKind;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMeasures;
import dev.anmok.core.quality.BlurVerdict;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.LaplacianRule;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.quality.NetRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The published rule: blurry under a standard deviation of 3.5.
class BlurJobTest {
  private static final BlurOptions LISTED = new BlurOptions("laplacian", false);
  private static final BlurOptions ALL = new BlurOptions("laplacian", true);

  @Test
  void noPhotosGiveAnEmptyAnswer() throws IOException {
    assertThat(answer(LISTED, List.of()).plain()).isEmpty();
    assertThat(answer(LISTED, List.of()).notes()).isEmpty();
  }

  @Test
  void thePlainAnswerNamesBlurryPhotosInTheirOrder() throws IOException {
    var photos =
        List.of(
            photo("c", detail(3.4, 0)),
            photo("a", detail(12, 0)),
            photo("dark", detail(1, 0.95)),
            photo("b", detail(0.5, 0)));

    assertThat(answer(LISTED, photos).plain()).containsExactly("c", "b");
    assertThat(answer(ALL, photos).plain()).containsExactly("c", "b");
  }

  @Test
  void theDetailedAnswerCountsAndSaysWhy() throws IOException {
    var photos =
        List.of(
            photo("soft", detail(3, 0)),
            photo("clear", detail(12, 0)),
            photo("night", detail(1, 0.95)));

    var details = answer(ALL, photos).details();

    assertThat(details)
        .containsEntry("photos", 3L)
        .containsEntry("not_judged", 0L)
        .containsEntry("method", "laplacian")
        .containsEntry("band", Map.of("sharp_up_to", -3.5, "blurry_over", -3.5))
        .containsEntry(
            "counts",
            Map.of(
                "sharp",
                1L,
                "blurry",
                1L,
                "uncertain",
                0L,
                "flat_scene",
                0L,
                "too_dark",
                1L,
                "too_bright",
                0L));
    assertThat(details.get("images"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(3)
        .first()
        .isEqualTo(
            Map.of(
                "image", "soft",
                "verdict", "blurry",
                "kind", "defocus",
                "score", -3.0,
                "why", "out of focus: laplacian -3.00 is over -3.50",
                "evidence", List.of(Map.of("measure", "laplacian", "value", -3.0, "limit", -3.5))));
    assertThat(answer(LISTED, photos).details().get("images"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(2)
        .last()
        .asString()
        .contains("verdict=too_dark")
        .contains("too dark to tell: 95 % of it is nearly black, over 75 %");
  }

  @Test
  void whatWasNotMeasuredIsSaidAndNotJudged() throws IOException {
    var answer = answer(ALL, List.of(photo("a", null), photo("b", detail(12, 0))));

    assertThat(answer.photos()).extracting(JudgedPhoto::uri).containsExactly("b");
    assertThat(answer.details()).containsEntry("photos", 2L).containsEntry("not_judged", 1L);
    assertThat(answer.notes())
        .singleElement()
        .asString()
        .startsWith("1 of 2 photos were not measured at native resolution")
        .contains("measure: native");
  }

  @Test
  void aPhotoWithoutTheNetworksMeasureIsNotJudgedByTheNetwork() {
    var without = photo("a", detail(12, 0));
    var judge = new BlurJudge(new NetRule(BlurBand.at(0)), BlurJudge.Limits.DEFAULT);
    var tally = new BlurTally();

    var judged = JudgedPhoto.of(without, judge, Reviewed.NOTHING);
    tally.add(without, judged);

    assertThat(judged).isEmpty();
    assertThat(tally.notes(judge.method()))
        .singleElement()
        .asString()
        .startsWith("1 of 1 photos lack what the method bdnet looks at (bdnet)")
        .contains("blur: {method: bdnet}");
  }

  @Test
  void anUnknownMethodIsRefused() {
    assertThatThrownBy(() -> BlurOptions.read(name -> Optional.of("magic")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "method must be one of laplacian, spectrum, stacked, learned, bdnet, was magic");
  }

  @Test
  void whatAPersonDecidedGoesBeforeTheMachine() {
    var judge = new BlurJudge(new LaplacianRule(LaplacianRule.PUBLISHED), BlurJudge.Limits.DEFAULT);
    var said =
        new Review(
            "a".repeat(64), "blur", "blurry", "motion", "kim", java.time.Instant.EPOCH, null);

    var judged =
        JudgedPhoto.of(photo("a", detail(20, 0)), judge, _ -> Optional.of(said)).orElseThrow();

    assertThat(judged.machine().code()).isEqualTo("sharp");
    assertThat(judged.verdict()).isEqualTo("blurry");
    assertThat(judged.blurry()).isTrue();
    assertThat(judged.kind()).contains("motion");
    assertThat(judged.why()).isEqualTo("kim says so");
  }

  @Test
  void everyVerdictHasItsWords() {
    var over = List.of(new BlurVerdict.Evidence("learned", 2.5, 1.8));
    var under = List.of(new BlurVerdict.Evidence("learned", -4, -1));

    assertThat(BlurWords.why(new BlurVerdict.Blurry(BlurKind.MOTION, over)))
        .isEqualTo("hand or subject moved: learned 2.50 is over 1.80");
    assertThat(BlurWords.why(new BlurVerdict.Sharp(under)))
        .startsWith("clear: learned -4.00 is not over");
    var within =
        List.of(
            new BlurVerdict.Evidence("learned", 0.5, -1),
            new BlurVerdict.Evidence("learned", 0.5, 1.8));
    assertThat(BlurWords.why(new BlurVerdict.Uncertain(within)))
        .isEqualTo(
            "a person should look: learned 0.500 lies between -1.00 (sharp) and 1.80 (blurry)");
    var missing = List.of(new BlurVerdict.Evidence("bdnet", Double.NaN, Double.NaN));
    assertThat(BlurWords.why(new BlurVerdict.Uncertain(missing)))
        .isEqualTo("a person should look: bdnet was not measured");
    assertThat(
            BlurWords.why(
                new BlurVerdict.FlatScene(List.of(new BlurVerdict.Evidence("tiles_flat", 1, 0.9)))))
        .isEqualTo("nothing in it could be sharp: 100 % of its tiles are flat, over 90 %");
    assertThat(
            BlurWords.why(
                new BlurVerdict.TooBright(
                    List.of(new BlurVerdict.Evidence("bright_share", 0.99, 0.95)))))
        .isEqualTo("burnt out: 99 % of it is burnt out, over 95 %");
  }

  private static BlurAnswer answer(BlurOptions options, List<AlbumPhoto> photos)
      throws IOException {
    var pack = Models.embedded();
    try (var texts = pack.texts()) {
      var album = Profiles.shippedAlbum().with(BlurChoice.DEFAULT);
      var context =
          new AlbumContext(album, pack, texts, new Calibrations(null, pack), Path.of("heads"));
      return BlurJob.bind(context).answer(AlbumPhotos.of(photos), options);
    }
  }

  private static Detail detail(double laplacian, double dark) {
    var blur =
        Map.of(
            BlurMeasure.LAPLACIAN_STD_8BIT, laplacian,
            BlurMeasure.EDGE_SHARE, 0.05,
            BlurMeasure.OCTAVE_RATIO, 1.0);
    return new Detail("00", 20, 0, 0, dark, 0, BlurMeasures.of(blur));
  }

  private static AlbumPhoto photo(String uri, @Nullable Detail detail) {
    try {
      var space = Models.embedded().space();
      var vector = new float[space.dimension()];
      vector[0] = 1;
      return new AlbumPhoto(
          uri,
          uri,
          1,
          new ImageFacts("jpeg", 640, 480),
          new Measures(0, 128, 40, 10),
          detail,
          Embedding.ofUnit(space, vector));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
