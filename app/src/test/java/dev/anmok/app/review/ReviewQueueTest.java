package dev.anmok.app.review;

import static dev.anmok.app.review.ScoredPhotos.OPINIONS;
import static dev.anmok.app.review.ScoredPhotos.again;
import static dev.anmok.app.review.ScoredPhotos.scored;
import static dev.anmok.app.review.ScoredPhotos.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.pipeline.Reviews;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewQueueTest {
  @TempDir Path folder;
  private @Nullable SqliteCatalog opened;

  @BeforeEach
  void open() throws IOException {
    opened = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
  }

  @AfterEach
  void close() throws IOException {
    catalog().close();
  }

  private SqliteCatalog catalog() {
    return java.util.Objects.requireNonNull(opened);
  }

  private Reviews reviews() {
    return catalog().reviews();
  }

  private void record(Ingested... photos) throws IOException {
    catalog().record(List.of(photos));
  }

  private void say(int photo, String verdict) throws IOException {
    var desk = new ReviewDesk(reviews(), OPINIONS, InstantSource.system());
    assertThat(desk.say(sha(photo), new ReviewDesk.Saying(verdict, "", "kim"))).isPresent();
  }

  private QueuePage page(@Nullable QueuePlace after, int limit) throws IOException {
    return ReviewQueue.of(reviews(), OPINIONS).page(after, limit);
  }

  private static List<Integer> numbers(QueuePage page) {
    return page.photos().stream()
        .map(queued -> Integer.parseInt(queued.photo().photo().sha256().substring(50), 16))
        .toList();
  }

  @Test
  void listsWhatTheMachineIsUncertainOfTheLeastSureFirstAndEachPhotoOnce() throws IOException {
    record(
        scored("/f", "", 1, 0.1), // 0.9 from the middle, in half widths
        scored("/e", "", 2, 1.5),
        scored("/d", "", 3, 1.0),
        scored("/c", "", 4, 0),
        scored("/b", "", 5, 2.1),
        scored("/a", "", 6, 2), // at the band's end: not blurry, not sharp
        again("/z", "", 3),
        ScoredPhotos.dark("/g", 7),
        ScoredPhotos.unscored("/h", 8),
        ScoredPhotos.unmeasured("/i", 9));
    var page = page(null, 10);

    assertThat(numbers(page)).containsExactly(3, 2, 1, 6);
    assertThat(page.photos().getFirst().photo().uri()).isEqualTo("/d");
    assertThat(page.photos().getFirst().opinion().machine())
        .isEqualTo(new MachineVerdict("uncertain", "bdnet", OPINIONS.version(), 1));
    assertThat(page.next()).isEmpty();
    assertThat(page.lengths()).isEqualTo(new QueuePage.Lengths(0, 4, 0, 2));
  }

  @Test
  void whatPeopleDecidedLeavesTheQueueAndWhatTheySkippedComesLast() throws IOException {
    record(
        scored("/1", "", 1, 1),
        scored("/2", "", 2, 1.1),
        scored("/3", "", 3, 1.2),
        again("/4", "", 1));
    say(1, "skip");
    say(2, "sharp");

    assertThat(numbers(page(null, 10))).containsExactly(3, 1);
    assertThat(page(null, 10).lengths()).isEqualTo(new QueuePage.Lengths(0, 1, 1, 0));
    reviews().undo("blur");
    assertThat(numbers(page(null, 10))).containsExactly(2, 3, 1);
    say(1, "blurry");
    assertThat(numbers(page(null, 10))).containsExactly(2, 3);
  }

  @Test
  void drawnPhotosComeFirstUntilTheyAreDecidedAndOnlyForTheSameThresholds() throws IOException {
    record(scored("/1", "", 1, 1), scored("/2", "", 2, 9), scored("/3", "", 3, -9));
    var sharp = new MachineVerdict("sharp", "bdnet", OPINIONS.version(), -9);
    reviews().draw("blur", List.of(new Reviews.Drawn(sha(3), sharp)));
    assertThat(numbers(page(null, 10))).containsExactly(3, 1);
    assertThat(page(null, 10).photos().getFirst().place().why()).isEqualTo(QueuePlace.Why.AUDIT);

    var retuned = ScoredPhotos.opinions(new BlurBand(0, 3));
    assertThat(numbers(ReviewQueue.of(reviews(), retuned).page(null, 10))).containsExactly(1);
    say(3, "skip");
    assertThat(numbers(page(null, 10))).containsExactly(1, 3);
    say(3, "sharp");
    assertThat(numbers(page(null, 10))).containsExactly(1);
  }

  @Test
  void pagesGoOnWhereTheyWereWhileVerdictsAreStored() throws IOException {
    var random = new Random(7);
    var scores = new ArrayList<Double>();
    for (int n = 0; n < 60; n++) {
      scores.add(random.nextInt(17) / 8.0); // many are equal, all exact in single precision
      record(scored("/" + n, "", n, scores.get(n)));
    }
    var order = new ArrayList<Integer>();
    for (int n = 0; n < 60; n++) {
      if (scores.get(n) > 0) {
        order.add(n);
      }
    }
    order.sort(
        Comparator.comparingDouble((Integer n) -> Math.abs(scores.get(n) - 1))
            .thenComparing(ScoredPhotos::sha));

    var met = new ArrayList<Integer>();
    var skipped = new ArrayList<Integer>();
    var page = page(null, 7);
    for (boolean more = true; more; ) {
      var numbers = numbers(page);
      met.addAll(numbers);
      for (int n : numbers) {
        if (skipped.contains(n)) {
          continue; // met again at the end
        }
        if (n % 5 == 0) {
          skipped.add(n);
        }
        say(n, n % 5 == 0 ? "skip" : n % 2 == 0 ? "sharp" : "blurry");
      }
      more = page.next().isPresent();
      if (more) {
        page = page(QueuePlace.parse(page.next().orElseThrow().toString()), 7);
      }
    }

    assertThat(met.subList(0, order.size())).isEqualTo(order);
    assertThat(met.subList(order.size(), met.size())).isEqualTo(skipped);
    assertThat(numbers(page(null, 100))).isEqualTo(skipped);
  }

  @Test
  void refusesLimitsAndCursorsThatAreNone() {
    assertThatThrownBy(() -> page(null, 0)).hasMessageContaining("limit must be 1..1000, was 0");
    for (var cursor : List.of("", "5", "audit-0-" + sha(1), "now-3ff0000000000000-" + sha(1))) {
      assertThatThrownBy(() -> QueuePlace.parse(cursor))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cursor must be the 'next' of an earlier page");
    }
    var end = new QueuePlace(QueuePlace.Why.SKIPPED, Double.POSITIVE_INFINITY, sha(1));
    assertThat(QueuePlace.parse(end.toString())).isEqualTo(end);
  }
}
