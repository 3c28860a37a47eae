package dev.anmok.app.sample;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudioTest {
  @ParameterizedTest
  @EnumSource(Kind.class)
  void drawsTheSamePixelsFromTheSameSeedAndOthersFromAnother(Kind kind) {
    var shot = new Shot(0, 1, kind, 0, Fault.NONE);
    int[] once = pixels(1, shot);

    assertThat(pixels(1, shot)).isEqualTo(once);
    assertThat(pixels(2, shot)).isNotEqualTo(once);
  }

  @Test
  void needsNoFonts() {
    var text =
        DescribedPredicate.<AccessTarget>describe(
            "lettering of the JDK",
            target ->
                target.getName().startsWith("drawString")
                    || target.getName().startsWith("drawGlyph")
                    || target.getOwner().getName().startsWith("java.awt.Font")
                    || target.getOwner().getName().startsWith("java.awt.font"));
    var classes = new ClassFileImporter().importPackages("dev.anmok.app.sample");

    noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("lettering", access -> text.test(access.getTarget())))
        .check(classes);
    assertThat(System.getProperty("java.awt.headless")).isEqualTo("true");
  }

  private static int[] pixels(long seed, Shot shot) {
    BufferedImage image = new Studio(seed).draw(Cafes.ALL.get(shot.cafe()), shot);
    int w = image.getWidth();
    return image.getRGB(0, 0, w, image.getHeight(), null, 0, w);
  }
}
