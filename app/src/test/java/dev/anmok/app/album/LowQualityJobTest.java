package dev.anmok.app.album;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Models;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.curate.FaultRule;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMeasures;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LowQualityJobTest {
  private static final Set<String> PIXELS = Set.of("noise", "blockiness", "resolution");

  @Test
  void noPhotosGiveAnEmptyAnswer() throws IOException {
    assertThat(answer("album", LowQualityOptions.DEFAULT, List.of()).plain()).isEmpty();
  }

  @Test
  void thePlainAnswerListsLowOnesInTheOrderOfThePhotos() throws IOException {
    var photos =
        List.of(photo("c", detail(20, 0)), photo("a", detail(1, 0)), photo("b", detail(9, 0)));

    assertThat(answer("album", pixels(null), photos).plain()).containsExactly("c", "b");
  }

  @Test
  void theDetailedAnswerSaysWhyForEveryPhoto() throws IOException {
    var photos = List.of(photo("a", detail(20, 0.9)), photo("b", detail(1, 0)));

    var details = answer("album", pixels(null), photos).details();

    assertThat(details).containsEntry("photos", 2L).containsEntry("low_quality", 1L);
    assertThat(details.get("images"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(2)
        .first()
        .asString()
        .contains("low_quality=true")
        .contains("noisy: noise is 20.00, wanted is at most 6.000")
        .contains("compressed: blockiness is 0.9000, wanted is at most 0.5000")
        .contains("{name=resolution, value=480.0, threshold=160.0, passes=true}");
  }

  @Test
  void aRuleCanBeAskedFor() throws IOException {
    var photos = List.of(photo("one", detail(20, 0)), photo("two", detail(20, 0.9)));

    assertThat(answer("album", pixels(new FaultRule.AtLeast(2)), photos).plain())
        .containsExactly("two");
  }

  @Test
  void whatWasNotMeasuredIsSaidAndNotPassed() throws IOException {
    var answer = answer("album", pixels(null), List.of(photo("a", null)));

    assertThat(answer.plain()).isEmpty();
    assertThat(answer.notes())
        .singleElement()
        .asString()
        .startsWith("1 of 1 photos were not measured at native resolution")
        .contains("blockiness, noise")
        .contains("measure: native");
    assertThat(answer.details().get("images"))
        .asString()
        .contains("{name=noise, threshold=6.0, state=not_measured}");
  }

  @Test
  void moreThanHalfOfASampleIsAWarning() throws IOException {
    var photos = new ArrayList<AlbumPhoto>();
    IntStream.range(0, 11).forEach(i -> photos.add(photo("bad" + i, detail(20, 0))));
    IntStream.range(0, 9).forEach(i -> photos.add(photo("good" + i, detail(1, 0))));

    assertThat(answer("album", pixels(null), photos).details().get("warning"))
        .asString()
        .startsWith("11 of 20 photos, more than half");
    assertThat(answer("album", pixels(null), photos.subList(1, 20)).warning()).isEmpty();
  }

  @Test
  void asPublishedFlagsEveryPhotoAndSaysSo() throws IOException {
    var photos = List.of(photo("a", null), photo("b", detail(1, 0)));

    var answer = answer("album-as-published", LowQualityOptions.DEFAULT, photos);

    assertThat(answer.plain()).containsExactly("a", "b");
    assertThat(answer.notes())
        .singleElement()
        .asString()
        .contains("0.2 on raw differences of cosines flags 2 of 2 photos");
  }

  @Test
  void aPairThatIsWorthNothingForTheModelJudgesNothingUnlessAsked() throws IOException {
    var natural = new LowQualityOptions(null, Set.of("natural"), true);

    var answer = answer("album", natural, List.of(photo("a", null)));

    assertThat(answer.plain()).isEmpty();
    assertThat(answer.notes()).singleElement().asString().startsWith("natural: no threshold");
    assertThat(answer.details().get("images")).asString().contains("state=no_threshold");
  }

  @Test
  void anUnknownCriterionIsRefused() {
    var unknown = new LowQualityOptions(null, Set.of("beauty"), true);

    assertThatThrownBy(() -> answer("album", unknown, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no 'beauty'; there are sharp, high-resolution");
  }

  private static LowQualityOptions pixels(@Nullable FaultRule rule) {
    return new LowQualityOptions(rule, PIXELS, true);
  }

  private static LowQualityAnswer answer(
      String profile, LowQualityOptions options, List<AlbumPhoto> photos) throws IOException {
    var pack = Models.embedded();
    try (var texts = pack.texts()) {
      var context =
          new AlbumContext(
              Profiles.load(profile).album().orElseThrow(),
              pack,
              texts,
              new Calibrations(null, pack),
              Path.of("heads"));
      return LowQualityJob.bind(context).answer(AlbumPhotos.of(photos), options);
    }
  }

  private static Detail detail(double noise, double blockiness) {
    var edges =
        Map.of(
            BlurMeasure.EDGE_SHARE, 0.05,
            BlurMeasure.EDGE_WIDTH_ROWS, 2.0,
            BlurMeasure.EDGE_WIDTH_COLUMNS, 2.0);
    return new Detail("00", 20, noise, blockiness, 0, 0, BlurMeasures.of(edges));
  }

  /// A photo whose vector has no liking for any prompt: all its components are equal.
  private static AlbumPhoto photo(String uri, @Nullable Detail detail) {
    try {
      var space = Models.embedded().space();
      var vector = new float[space.dimension()];
      java.util.Arrays.fill(vector, (float) (1 / Math.sqrt(vector.length)));
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
