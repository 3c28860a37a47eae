package dev.anmok.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {
  @Test
  void tenBestAndFiveWorstWithoutOverlap() {
    var digest = digest(20);

    assertThat(digest.top())
        .extracting(ReportPhoto::uri)
        .hasSize(10)
        .startsWith("p19", "p18")
        .endsWith("p10");
    assertThat(digest.bottom())
        .extracting(ReportPhoto::uri)
        .containsExactly("p0", "p1", "p2", "p3", "p4");
  }

  @Test
  void fewPhotosAreShownOnceEach() {
    assertThat(digest(7).top())
        .extracting(ReportPhoto::uri)
        .containsExactly("p6", "p5", "p4", "p3", "p2");
    assertThat(digest(7).bottom()).extracting(ReportPhoto::uri).containsExactly("p0", "p1");
    assertThat(digest(1).top()).hasSize(1);
    assertThat(digest(1).bottom()).isEmpty();
  }

  @Test
  void photosWithoutScoresAreCountedButNotRanked() {
    var photos =
        List.of(
            photo("a", 0.2, 0),
            photo("nan", Double.NaN, 0),
            photo("inf", Double.NEGATIVE_INFINITY, 0));
    var digest = Digest.of(item(photos), Sample.LENS, bins());

    assertThat(digest.top()).extracting(ReportPhoto::uri).containsExactly("a");
    assertThat(digest.reasons().entries())
        .extracting(e -> e.getKey() + "=" + e.getValue())
        .containsExactly("some=3", "unreadable=2");
    assertThat(digest.row().photos()).isEqualTo(5);
  }

  @Test
  void thePhotoOnTheThresholdIsNotAboveIt() {
    var digest =
        Digest.of(
            item(List.of(photo("on", 0.01, 0), photo("over", 0.010001, 0))), Sample.LENS, bins());

    assertThat(digest.row().above()).isEqualTo(1);
  }

  @Test
  void representativesAreInOrderOfRank() {
    var digest =
        Digest.of(
            item(List.of(photo("b", 0.3, 2), photo("x", 0.5, 0), photo("a", 0.2, 1))),
            Sample.LENS,
            bins());

    assertThat(digest.chosen()).extracting(ReportPhoto::uri).containsExactly("a", "b");
  }

  private static Digest digest(int photos) {
    var all = new ArrayList<ReportPhoto>();
    for (int i = 0; i < photos; i++) {
      all.add(photo("p" + i, i / 100.0, 0));
    }
    return Digest.of(item(all), Sample.LENS, bins());
  }

  private static ReportPhoto photo(String uri, double delta, int rank) {
    return new ReportPhoto(uri, 0.2, 0.1, delta, rank, "some", "");
  }

  private static ReportItem item(List<ReportPhoto> photos) {
    return new ReportItem("i", "I", true, "kept", 0.5, 0.01, photos, 2);
  }

  private static ScoreBins bins() {
    var range = new Range(0, 1);
    return new ScoreBins(
        Bins.covering(range, 10), Bins.covering(range, 10), Bins.covering(range, 10));
  }
}
