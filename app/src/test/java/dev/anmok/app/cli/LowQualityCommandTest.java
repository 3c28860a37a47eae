package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The low-quality job on real photos beside the repository; skipped where they are not there.
class LowQualityCommandTest {
  @TempDir Path folder;

  @Test
  void findsTheBlackPhotoAndTheWhitePlaceholderOfCleanvision() {
    var run = ask(shared("cleanvision"), "--format", "json");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(names(run)).contains("image_417.png", "image_588.png");
    assertThat(names(run)).doesNotContain("image_101.png", "image_103.png", "image_142.png");
  }

  @Test
  void tellsBlurredPhotosFromSharpOnesOfTheSameScene() {
    var run = ask(shared("blur"), "--format", "json");

    assertThat(names(run)).isNotEmpty().noneMatch(name -> name.contains("_S."));
    assertThat(names(run)).contains("176_HONOR-7X_F.jpg", "180_HONOR-10_F.jpg");
  }

  @Test
  void asPublishedFlagsAllAndSaysSo() {
    var run = ask(shared("cleanvision"), "--profile", "album-as-published", "--format", "json");

    assertThat(names(run)).hasSize(10);
    assertThat(run.err()).contains("flags 10 of 10 photos");
  }

  @Test
  void wrongUsageIsOneLine() {
    var photos = shared("cleanvision");

    assertThat(ask(photos, "--rule", "most").exit()).isEqualTo(2);
    assertThat(ask(photos, "--faults", "99").err()).contains("the number of criteria");
    assertThat(ask(photos, "--criteria", "beauty").exit()).isEqualTo(2);
  }

  @Test
  void labelsTuneAndEvaluateAWorkspace() throws IOException {
    var photos = shared("blur");
    var workspace = folder.resolve("data");
    var ingest = Run.of("ingest", photos, "--workspace", workspace, "--profile", "album");
    assertThat(ingest.exit()).as(ingest.err()).isZero();
    var labels = Files.write(folder.resolve("labels.csv"), labels(photos));

    var tune =
        Run.of(
            "tune",
            "low-quality",
            "--workspace",
            workspace,
            "--labels",
            labels,
            "--precision",
            "0.5",
            "--false-alarms",
            "0",
            "--save");
    assertThat(tune.exit()).as(tune.err()).isZero();
    assertThat(tune.out()).contains("edge-width").contains("(0.610..1.000, 6 of 6)");

    var evaluate = Run.of("evaluate", "low-quality", "--workspace", workspace, "--data", labels);
    assertThat(evaluate.exit()).as(evaluate.err()).isZero();
    assertThat(evaluate.out())
        .contains("precision          1.000 (0.610..1.000, 6 of 6)")
        .contains("recall of blurred  1.000 (0.610..1.000, 6 of 6)");

    var low = Run.of("low-quality", "--workspace", workspace, "--format", "json");
    assertThat(names(low)).hasSize(6).noneMatch(name -> name.contains("_S."));
  }

  /// The photos' file names say which are sharp: `_S`.
  private static List<String> labels(Path photos) throws IOException {
    try (var files = Files.list(photos)) {
      return Stream.concat(
              Stream.of("uri,label"),
              files
                  .sorted()
                  .map(file -> file + (file.toString().contains("_S.") ? ",good" : ",blurred")))
          .toList();
    }
  }

  private Run ask(Path photos, String... options) {
    var words =
        Stream.concat(
            Stream.of("low-quality", photos, "--workspace", folder.resolve("none")),
            Stream.of(options));
    return Run.of(words.toArray());
  }

  private static List<String> names(Run run) {
    var uris = JsonMapper.shared().readValue(run.out(), String[].class);
    return Stream.of(uris).map(uri -> "" + Path.of(uri).getFileName()).collect(Collectors.toList());
  }

  private static Path shared(String set) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/data/open").resolve(set))) {
        return at.resolve("shared/data/open").resolve(set);
      }
    }
    assumeTrue(false, "shared/data/open/" + set + " is not beside the repository");
    return Path.of("");
  }
}
