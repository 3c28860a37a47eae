package dev.anmok.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.score.Distribution;
import dev.anmok.core.score.Otsu;
import dev.anmok.core.score.TwoGaussians;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Leaves reports of a made-up workspace in `target/report-sample`, to be looked at in a browser.
class SampleReportTest {
  private static final Path FOLDER = Path.of("target", "report-sample");

  @Test
  void aWorkspaceOf45ItemsBecomesOneFileThatLoadsNothing() throws IOException {
    Files.createDirectories(FOLDER);
    for (var language : Language.values()) {
      var file = FOLDER.resolve("mood-" + language.tag() + ".html");
      MoodReport.write(
          file,
          Sample.head(language),
          Sample.items(45),
          Sample::thumbnail,
          new ReportLimits(20, 2_000, 1_000));

      var html = Files.readString(file);
      assertThat(html)
          .contains("45 items", "항목 45개")
          .doesNotContain("http://", "https://", "<script", "<link");
      assertThat(html.split("<article", -1)).hasSize(21);
    }
  }

  @Test
  void aThresholdReportDrawsBothModes() throws IOException {
    Files.createDirectories(FOLDER);
    var deltas = Distribution.ofDeltas();
    for (var item : Sample.items(45)) {
      item.photos().forEach(photo -> deltas.add(photo.delta()));
    }
    var modes = TwoGaussians.fit(deltas).orElseThrow();
    var findings =
        new TuneFindings(
            List.of(
                new Proposal("otsu", Otsu.threshold(deltas)),
                new Proposal("gaussian", modes.crossing()),
                new Proposal("precision", 0.0155)),
            List.of(modes.lower(), modes.upper()),
            List.of(
                new ThresholdEffect(0, 812, 42),
                new ThresholdEffect(0.005, 760, 40),
                new ThresholdEffect(0.01, 700, 38),
                new ThresholdEffect(0.02, 540, 33)));
    for (var language : Language.values()) {
      var file = FOLDER.resolve("tune-" + language.tag() + ".html");
      TuneReport.write(
          file,
          new TuneHead("./anmok-data", Sample.LENS, Sample.HEAD.made(), language),
          deltas,
          findings);

      assertThat(Files.readString(file)).contains("mode-1", "mode-2", "Otsu ", "오츠 ");
    }
  }
}
