package dev.anmok.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BlurPlanTest {
  private static final Recompression KEPT =
      new Recompression(
          new ImageWriter() {
            @Override
            public byte[] jpeg(Pixels pixels, int quality) {
              return new byte[] {(byte) quality};
            }

            @Override
            public String code() {
              return "none";
            }
          },
          (bytes, _) ->
              new Decoded.Image(
                  FormulaPicture.plain(1, bytes[0], 0), new ImageFacts("jpeg", 1, bytes[0])));

  @Test
  void theSameSeedGivesTheSameCopiesWhateverElseIsMade() {
    var plan = new BlurPlan(7, 6);

    assertThat(plan.of("a.jpg", 640, 480)).isEqualTo(new BlurPlan(7, 6).of("a.jpg", 640, 480));
    assertThat(plan.of("b.jpg", 640, 480)).isNotEqualTo(plan.of("a.jpg", 640, 480));
    assertThat(new BlurPlan(8, 6).of("a.jpg", 640, 480)).isNotEqualTo(plan.of("a.jpg", 640, 480));
  }

  @Test
  void clearAndBlurredCopiesComeByTurnsAndOfEveryKind() {
    var kinds = new TreeSet<String>();
    var plan = new BlurPlan(1, 8);
    for (int photo = 0; photo < 40; photo++) {
      var copies = plan.of("photo" + photo, 1600, 1200);
      for (int i = 0; i < copies.size(); i++) {
        var copy = copies.get(i);
        kinds.add(copy.kind());
        assertThat(copy.blurry()).isEqualTo(i % 2 == 1);
        assertThat(copy.width()).isBetween(450, 900);
        assertThat(copy.height() * 4).isBetween(copy.width() * 3 - 4, copy.width() * 3 + 4);
        for (var step : copy.steps()) {
          if (step instanceof Degradation.InLight(var smear, _)) {
            double spread = smear.spread() * 400 / copy.width();
            assertThat(copy.blurry() ? spread >= BlurPlan.BLURRY_FROM : spread <= BlurPlan.CLEAR_TO)
                .isTrue();
          }
        }
      }
    }
    assertThat(kinds)
        .containsExactly(
            "box",
            "clear",
            "disc",
            "gaussian",
            "low_resolution",
            "motion",
            "noise_smeared",
            "shake",
            "shallow",
            "soft");
  }

  @Test
  void tinyPhotosGetCopiesToo() {
    var made = new HashSet<Integer>();
    for (var copy : new BlurPlan(3, 30).of("tiny", 9, 3)) {
      var kept = new SpoiltCopy("k", true, copy.width(), copy.height(), copy.steps(), 0);
      var picture = kept.of(FormulaPicture.of(9, 3), KEPT);
      made.add(picture.width());
      assertThat(picture.height()).isEqualTo(3);
    }
    assertThat(made).containsExactly(9);
  }

  @Test
  void aCopyIsSavedInTheEnd() {
    var copy = new SpoiltCopy("clear", false, 4, 4, java.util.List.of(), 55);

    assertThat(copy.of(FormulaPicture.of(8, 8), KEPT).height()).isEqualTo(55);
    assertThatThrownBy(() -> new BlurPlan(1, 1)).hasMessage("copies must be >= 2, were 1");
  }
}
