package dev.anmok.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.onnx.PublishedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinsTest {
  private static final int PULLS = 40;

  @TempDir Path models;

  @Test
  void pullsThatEndTogetherLoseNoPin() throws Exception {
    var all = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < PULLS; i++) {
      var file = file(i);
      all.add(() -> {
        Pins.in(models).keep(Map.of(file, "a".repeat(64)));
        return true;
      });
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var end : threads.invokeAll(all)) {
        assertThat(end.get()).isTrue();
      }
    }
    assertAllPinned();
  }

  private void assertAllPinned() throws IOException {
    for (int i = 0; i < PULLS; i++) {
      assertThat(Pins.in(models).expected(file(i))).as("file %d", i).contains("a".repeat(64));
    }
  }

  private static PublishedFile file(int i) {
    return new PublishedFile(
        "x", "owner/name", "main", "file" + i, OptionalLong.empty(), Optional.empty(), 1);
  }
}
