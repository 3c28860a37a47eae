package dev.anmok.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.curate.UsefulCheck;
import dev.anmok.core.curate.UsefulRule;
import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.score.PromptLint;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewProfileTest {
  private static final String SMALL =
      """
      name: small
      lens:
        name: product
        positive: [a product]
        negative: [a receipt]
      curate:
        method: useful
      """;

  @Test
  void theReviewProfileLooksAtEverythingAtNativeResolution() throws IOException {
    var review = Profiles.load("review");

    assertThat(review.nativeDetail()).isTrue();
    assertThat(review.method()).isEqualTo(Method.USEFUL);
    assertThat(review.useful()).isEqualTo(UsefulRule.DEFAULT);
    assertThat(review.album().orElseThrow().blur()).isEqualTo(BlurChoice.DEFAULT);
    assertThat(PromptLint.check(review.lens().prompts())).isEmpty();
  }

  @Test
  void asPublishedIsTheLaplacianAloneByTheSameLens() throws IOException {
    var published = Profiles.load("review-as-published");

    assertThat(published.album().orElseThrow().blur())
        .isEqualTo(new BlurChoice("laplacian", new BlurJudge.Limits(1, 1, 1, 1)));
    assertThat(published.useful().checks()).containsExactly(UsefulCheck.BLUR);
    assertThat(published.lens()).isEqualTo(Profiles.load("review").lens());
  }

  @Test
  void withoutAnAlbumTheShippedOnesOtherRulesHold() throws IOException {
    var small = Profiles.parse("small.yaml", SMALL + "blur: {method: spectrum}\n");

    var album = small.album().orElseThrow();
    assertThat(album.blur()).isEqualTo(new BlurChoice("spectrum", BlurJudge.Limits.DEFAULT));
    assertThat(album).isEqualTo(Profiles.shippedAlbum().with(album.blur()));
    assertThat(Profiles.parse("small.yaml", SMALL).album()).isEmpty();
  }

  @Test
  void checksAreListedOrSwitched() throws IOException {
    assertThat(parse("checks: [blur, off-topic]").useful().checks())
        .containsExactlyInAnyOrder(UsefulCheck.BLUR, UsefulCheck.OFF_TOPIC);
    assertThat(parse("checks: {size: off, blur: on}").useful().checks())
        .containsExactlyInAnyOrder(
            UsefulCheck.BLUR, UsefulCheck.EXPOSURE, UsefulCheck.DUPLICATES, UsefulCheck.OFF_TOPIC);
    assertThat(parse("checks: []").useful().checks()).isEmpty();
    assertThat(parse("useful: {clear: 1, product: 0}").useful().weights())
        .isEqualTo(new UsefulRule.Weights(1, 0, 0.15, 0.15));
  }

  @Test
  void aLimitCanBeSetOrSwitchedOff() throws IOException {
    var blur = parse("blur: {limits: {dark-share: 0.5, flat-share: off}}").album().orElseThrow();

    assertThat(blur.blur().limits()).isEqualTo(new BlurJudge.Limits(0.5, 0.9, 1, 0.015));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "checks: [blurr] | line 8: checks are blur, exposure, size, duplicates, off-topic, was blurr",
        "checks: {blur: maybe} | line 8: 'blur' must be on or off",
        "checks: {blurr: on} | line 8: unknown key 'blurr'",
        "useful: {clear: -1} | line 8: the weights of useful must be >= 0",
        "useful: {least-side: 900} | line 8: least-side must be",
        "useful: {cleer: 1} | line 8: unknown key 'cleer'",
        "blur: {method: magic} | line 8: 'method' must be one of bdnet, laplacian, learned",
        "blur: {limits: {dark-share: 2}} | line 8: 'dark-share' must be over 0 and at most 1, or off",
        "blur: {limits: {dark: 0.5}} | line 8: unknown key 'dark'",
        "blur: {treshold: 3} | line 8: unknown key 'treshold'",
      })
  void aMistakeIsNamedWithItsPlace(String line, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("profile small.yaml")
        .hasMessageContaining(message);
  }

  private static Profile parse(String more) throws IOException {
    return Profiles.parse("small.yaml", SMALL + more + "\n");
  }
}
