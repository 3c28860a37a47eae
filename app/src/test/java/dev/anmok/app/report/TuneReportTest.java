package dev.anmok.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anmok.core.score.Distribution;
import dev.anmok.core.score.Gaussian;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneReportTest {
  private static final TuneFindings NOTHING = new TuneFindings(List.of(), List.of(), List.of());

  @TempDir Path folder;

  @Test
  void withoutScoresThePageSaysSo() throws IOException {
    assertThat(report(Sample.LENS, deltas(), NOTHING))
        .contains("No photo has a score yet", "No two modes could be fitted")
        .doesNotContain("NaN", "<figure");
  }

  @Test
  void aLensWithoutAThresholdHasNoLineForIt() throws IOException {
    var lens = new LensFacts("mood", "s", "mean", Double.NaN);

    assertThat(report(lens, deltas(0.01, 0.02, 0.02), NOTHING))
        .contains("3 photos with scores")
        .doesNotContain("line class=\"threshold\"", "NaN");
  }

  @Test
  void overlappingModesAreCalledSo() throws IOException {
    var modes = List.of(new Gaussian(0.4, 0, 0.02), new Gaussian(0.6, 0.02, 0.02));
    var findings = new TuneFindings(List.of(new Proposal("<i>", 0.011)), modes, List.of());

    assertThat(report(Sample.LENS, deltas(0, 0.02), findings))
        .contains("The modes overlap (Ashman D = 1.0", "proposed 0.011", "<bdi>&lt;i&gt;</bdi>")
        .doesNotContain("<i>");
  }

  @Test
  void theEffectOfThePresentThresholdStandsOut() throws IOException {
    var effects = List.of(new ThresholdEffect(0, 3, 2), new ThresholdEffect(0.01, 1, 1));
    var findings = new TuneFindings(List.of(), List.of(), effects);

    assertThat(report(Sample.LENS, deltas(0.005, 0.006, 0.02, -0.1), findings))
        .contains("<tr><td>0.00</td><td>3</td><td>75%</td><td>2</td></tr>")
        .contains("<tr class=\"present\"><td>0.01</td><td>1</td><td>25%</td><td>1</td></tr>");
  }

  @Test
  void aModeOfOneValueDoesNotPressTheBarsFlat() throws IOException {
    var modes = List.of(new Gaussian(0.5, 0, 1e-4), new Gaussian(0.5, 0.02, 0.02));
    var values = new double[20];
    for (int i = 10; i < values.length; i++) {
      values[i] = 0.01 * (i - 9);
    }
    var html = report(Sample.LENS, deltas(values), new TuneFindings(List.of(), modes, List.of()));

    // Ten photos in one bar: the axis ends at 1.05 · 15. Uncut, the curve would rise to
    // 0.5 · 20 · 0.002 / (0.0001 · √2π) = 80.
    assertThat(html).contains(">15</text>").doesNotContain(">20</text>", ">80</text>", "NaN");
  }

  @Test
  void aSingleModeIsRefused() {
    var one = List.of(new Gaussian(1, 0, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TuneFindings(List.of(), one, List.of()));
  }

  private static Distribution deltas(double... values) {
    var deltas = Distribution.ofDeltas();
    Arrays.stream(values).forEach(deltas::add);
    return deltas;
  }

  private String report(LensFacts lens, Distribution deltas, TuneFindings findings)
      throws IOException {
    var file = folder.resolve("tune.html");
    TuneReport.write(
        file, new TuneHead("w", lens, Sample.HEAD.made(), Language.EN), deltas, findings);
    return Files.readString(file);
  }
}
