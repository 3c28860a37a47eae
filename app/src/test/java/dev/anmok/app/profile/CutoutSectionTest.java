package dev.anmok.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.cutout.Backdrop;
import dev.anmok.core.cutout.Blend;
import dev.anmok.core.cutout.CutoutRule;
import dev.anmok.core.cutout.Framing;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutoutSectionTest {
  private static Profile with(String section) throws IOException {
    return Profiles.parse(
        "small",
        """
        name: small
        lens:
          name: goods
          positive: [a product]
          negative: [a receipt]
        curate:
          keep: 1
        """
            + section);
  }

  @Test
  void whereItIsMissingOrOffPhotosAreUsedAsTheyAre() throws IOException {
    assertThat(with("").cutout()).isEmpty();
    assertThat(with("cutout: {model: off}").cutout()).isEmpty();
  }

  @Test
  void readsEveryKey() throws IOException {
    var choice =
        with("""
        cutout:
          model: u2netp
          backdrop: "#808080"
          framing: subject
          blend: fused
          original: 0.25
          off-for: [의류/신발, 가구]
          rule: {min-share: 0.1, max-border: 0.2}
        """)
            .cutout()
            .orElseThrow();

    assertThat(choice.model()).isEqualTo("u2netp");
    assertThat(choice.offFor()).containsExactly("의류/신발", "가구");
    assertThat(choice.treatment().backdrop()).isEqualTo(new Backdrop(128, 128, 128));
    assertThat(choice.treatment().framing()).isEqualTo(Framing.SUBJECT);
    assertThat(choice.treatment().blend()).isEqualTo(new Blend.Fused(0.25));
    assertThat(choice.treatment().rule())
        .isEqualTo(
            new CutoutRule(
                0.1, CutoutRule.DEFAULT.maxShare(), 0.2, CutoutRule.DEFAULT.minDecided()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{backdrop: \"#ffffff\"} | the key 'model' is missing",
        "{model: grabcut, backdrop: white} | 'backdrop': a colour is # and six hexadecimal digits",
        "{model: grabcut, blend: fused, original: 1} | original must be between 0 and 1, was 1.0",
        "{model: grabcut, rule: {min-share: 2}} | minShare must be 0..1, was 2.0",
        "{model: grabcut, back: 1} | unknown key 'back'",
      })
  void refusesWhatMakesNoSenseWithItsLine(String section, String message) {
    assertThatThrownBy(() -> with("cutout: " + section))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("profile small line 8")
        .hasMessageContaining(message);
  }
}
