package dev.anmok.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoodReportTest {
  private static final String HOSTILE = "\"'><script>alert(1)</script>\u202E 👩‍🍳 شاي";

  @TempDir Path folder;

  @Test
  void hostileTitlesAndPathsStayText() throws IOException {
    var photo = new ReportPhoto(HOSTILE + ".jpg", 0.3, 0.2, 0.1, 1, HOSTILE, HOSTILE);
    var html =
        report(
            List.of(new ReportItem(HOSTILE, HOSTILE, false, HOSTILE, 1, 0.1, List.of(photo), 0)));

    assertThat(html)
        .doesNotContain("<script", "\"'>")
        .contains("<bdi>&quot;&#39;&gt;&lt;script&gt;alert(1)");
  }

  @Test
  void anEmptyWorkspaceSaysSo() throws IOException {
    var html = report(List.of());

    assertThat(html)
        .contains("0 photos of 0 items", "No photo has a score yet", "남은 항목이 없습니다")
        .doesNotContain("<figure", "NaN");
  }

  @Test
  void onePhotoIsEnoughToDraw() throws IOException {
    var photo = new ReportPhoto("a.jpg", 0.25, 0.2, 0.05, 1, "representative", "");
    var html = report(List.of(new ReportItem("a", "", true, "kept", 1, 0.05, List.of(photo), 0)));

    assertThat(html)
        .contains("1 photo of 1 item looked at", "alt=\"a.jpg · +0.0500\"", "<bdi>a</bdi>")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void scoresThatAreNotNumbersAreLeftOutAndCounted() throws IOException {
    var photos =
        List.of(
            new ReportPhoto("a.jpg", Double.NaN, Double.NaN, Double.NaN, 0, "unreadable", ""),
            new ReportPhoto(
                "b.jpg",
                0.25,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                0,
                "unscored",
                ""));
    var html =
        report(
            List.of(
                new ReportItem(
                    "a", "A", false, "all_unreadable", Double.NaN, Double.NaN, photos, 3)));

    assertThat(html)
        .contains("5 photos have no score", "No photo has a score yet")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void whenAllItemsAreDroppedTheirReasonsAreShown() throws IOException {
    var photo = new ReportPhoto("a.jpg", 0.2, 0.25, -0.05, 0, "below_threshold", "");
    var html =
        report(
            List.of(
                new ReportItem("a", "A", false, "too_few_images", 0, -0.05, List.of(photo), 0),
                new ReportItem(
                    "b", "B", false, "all_unreadable", Double.NaN, Double.NaN, List.of(), 2)));

    assertThat(html)
        .contains(
            "No item was kept.",
            "Items dropped: 2",
            "Fewer photos than an item needs.",
            "읽을 수 있는 사진이 한 장도 없습니다.");
  }

  @Test
  void itemsAreRankedByMood() throws IOException {
    var html =
        report(List.of(item("low", 0.4, 0.9), item("first", 0.8, 0.02), item("second", 0.8, 0.01)));

    assertThat(html.indexOf("id=\"item-1\"")).isPositive();
    assertThat(
            Pattern.compile("<article class=\"item\".*?<bdi>(\\w+)")
                .matcher(html)
                .results()
                .map(r -> r.group(1)))
        .containsExactly("first", "second", "low");
  }

  @Test
  void everyIdIsUniqueAndEveryLinkHasItsTarget() throws IOException {
    var html = report(Sample.items(30));
    var ids =
        Pattern.compile(" id=\"([^\"]+)\"").matcher(html).results().map(r -> r.group(1)).toList();

    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    assertThat(
            Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(html)
                .results()
                .map(r -> r.group(1))
                .toList())
        .isNotEmpty()
        .isSubsetOf(ids);
    assertThat(
            Pattern.compile("aria-labelledby=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(r -> r.group(1))
                .toList())
        .isNotEmpty()
        .isSubsetOf(ids);
  }

  @Test
  void everyPictureHasAnAlternativeTextAndLiesInThePage() throws IOException {
    var html = report(Sample.items(5));
    var pictures =
        Pattern.compile("<img ([^>]*)>").matcher(html).results().map(r -> r.group(1)).toList();

    assertThat(pictures)
        .isNotEmpty()
        .allSatisfy(
            p -> assertThat(p).startsWith("src=\"data:image/jpeg;base64,").contains("alt=\""));
  }

  @Test
  void whatIsLeftOutIsSaid() throws IOException {
    var file = folder.resolve("small.html");
    MoodReport.write(
        file, Sample.HEAD, Sample.items(40), Sample::thumbnail, new ReportLimits(10, 3, 50));
    var html = Files.readString(file);

    assertThat(html.split("<article", -1)).hasSize(11);
    assertThat(html)
        .contains(
            "Photos are shown for 10 of 40 items",
            "draws 50 of",
            "The first 3 of",
            "class=\"item dropped\"");
  }

  @Test
  void theSampleDoesNotDependOnTheOrderOfItems() {
    var items = Sample.items(20);
    var limits = new ReportLimits(5, 5, 40);
    var reversed = items.reversed();

    assertThat(Survey.of(reversed, Sample.LENS, limits).points())
        .isEqualTo(Survey.of(items, Sample.LENS, limits).points())
        .hasSize(40);
  }

  @Test
  void theSameInputGivesTheSameBytes() throws IOException {
    assertThat(report(Sample.items(8))).isEqualTo(report(Sample.items(8)));
  }

  @Test
  void theChosenLanguageIsShownFirst() throws IOException {
    var file = folder.resolve("ko.html");
    MoodReport.write(
        file, Sample.head(Language.KO), List.of(), Sample::thumbnail, ReportLimits.DEFAULT);

    assertThat(Files.readString(file))
        .contains("<html lang=\"ko\">", "id=\"in-ko\" checked=\"\"", "id=\"in-en\">");
  }

  @Test
  void aFailureLeavesTheOldReportAndNoDraft() throws IOException {
    var file = Files.writeString(folder.resolve("r.html"), "old");
    Thumbnails broken =
        uri -> {
          throw new IllegalStateException("broken");
        };
    assertThatIllegalStateException()
        .isThrownBy(() ->
            MoodReport.write(file, Sample.HEAD, Sample.items(3), broken, ReportLimits.DEFAULT));

    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
    assertThat(file).hasContent("old");
  }

  @Test
  void aMissingFolderIsNamed() {
    var file = folder.resolve("none").resolve("r.html");

    assertThatIOException()
        .isThrownBy(() ->
            MoodReport.write(
                file, Sample.HEAD, List.of(), uri -> Optional.empty(), ReportLimits.DEFAULT))
        .withMessage("cannot write the report " + file + ": its folder does not exist");
    assertThatIOException()
        .isThrownBy(() ->
            MoodReport.write(
                folder, Sample.HEAD, List.of(), uri -> Optional.empty(), ReportLimits.DEFAULT))
        .withMessageEndingWith("it is a folder; name a file");
  }

  private static ReportItem item(String id, double share, double mean) {
    return new ReportItem(id, "", true, "kept", share, mean, Collections.emptyList(), 0);
  }

  private String report(List<ReportItem> items) throws IOException {
    var file = folder.resolve("report.html");
    MoodReport.write(file, Sample.HEAD, items, Sample::thumbnail, ReportLimits.DEFAULT);
    return Files.readString(file);
  }
}
