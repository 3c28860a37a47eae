package dev.anmok.sqlite;

import static dev.anmok.core.pipeline.Samples.processed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.ReviewsContract;
import dev.anmok.core.pipeline.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteReviewsTest implements ReviewsContract {
  private static final int WRITERS = 4;
  private static final int EACH = 50;

  @TempDir Path folder;

  @Override
  public Catalog open() throws IOException {
    return SqliteCatalog.open(file());
  }

  private Path file() {
    return folder.resolve("catalog.db");
  }

  @Test
  void keepsReviewsOverClosingAndOpening() throws IOException {
    var review = Samples.review(1, "sharp", "kim");
    try (var catalog = open()) {
      catalog.record(List.of(processed("/1", null, 1)));
      catalog.reviews().store(review);
    }
    try (var catalog = SqliteCatalog.openReadOnly(file())) {
      assertThat(catalog.reviews().standing(review.sha256(), "blur")).contains(review);
      assertThatThrownBy(() -> catalog.reviews().store(review))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("reading only");
    }
  }

  @Test
  void severalThreadsStoreReviewsWhileOneRecordsPhotos() throws Exception {
    try (var catalog = open();
        var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
      catalog.record(List.of(processed("/1", null, 1)));
      var work = new ArrayList<Future<?>>();
      for (int w = 0; w < WRITERS; w++) {
        var reviewer = "reviewer " + w;
        work.add(
            threads.submit(() -> {
              for (int i = 0; i < EACH; i++) {
                catalog
                    .reviews()
                    .store(Samples.review(1, i % 2 == 0 ? "sharp" : "blurry", reviewer));
              }
              return null;
            }));
      }
      work.add(
          threads.submit(() -> {
            for (int n = 2; n < 200; n++) {
              catalog.record(List.of(processed("/" + n, null, n)));
            }
            return null;
          }));
      for (var one : work) {
        one.get();
      }
      try (var all = catalog.reviews().all("blur")) {
        var counts = all.map(Review::reviewer).toList();
        assertThat(counts).hasSize(WRITERS * EACH);
        for (int w = 0; w < WRITERS; w++) {
          var reviewer = "reviewer " + w;
          assertThat(counts.stream().filter(reviewer::equals)).hasSize(EACH);
        }
      }
      assertThat(catalog.counts().accepted()).isEqualTo(199);
    }
  }
}
