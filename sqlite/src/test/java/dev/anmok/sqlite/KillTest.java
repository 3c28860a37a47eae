package dev.anmok.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.TinyPhotos;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills real processes with SIGKILL and lets others finish their work.
final class KillTest {
  private static final int PHOTOS = 1_200;
  private static final int KILLS = 8;

  /// 256 photos in partitions of eight: after so many the run writes.
  private static final int PARTITIONS_PER_COMMIT = 32;

  @TempDir Path folder;
  private Path photos;

  @BeforeEach
  void writePhotos() throws IOException {
    photos = folder.resolve("photos");
    for (int n = 0; n < PHOTOS; n++) {
      var file = photos.resolve("item%02d/%04d".formatted(n / 40, n));
      Files.createDirectories(file.getParent());
      Files.write(file, bytes(n));
    }
  }

  /// One in ten is bad, in four ways; one in ten repeats an earlier one.
  private static byte[] bytes(int n) {
    return switch (n % 40) {
      case 5 -> new byte[0];
      case 15 -> "no picture".getBytes(StandardCharsets.UTF_8);
      case 25 -> TinyPhotos.POISON;
      case 35 -> TinyPhotos.indigestible(n);
      case 7, 17, 27, 37 -> TinyPhotos.photo(n / 2);
      default -> TinyPhotos.photo(n);
    };
  }

  @Test
  void aRunKilledAnywhereEndsWithTheCatalogOfAnUndisturbedOne() throws Exception {
    var undisturbed = folder.resolve("undisturbed");
    var summary = KillableIngest.run(photos, undisturbed, new TinyPhotos(0), Progress.NONE);
    assertThat(summary.seen()).isEqualTo(PHOTOS);
    assertThat(summary.rejections()).isEqualTo(PHOTOS / 10);

    var killed = folder.resolve("killed");
    var random = new Random(20260727);
    int kills = 0;
    while (kills < KILLS && runAndKill(killed, random)) {
      kills++;
    }
    assertThat(kills).as("kills before the run was done").isPositive();
    var rest = KillableIngest.run(photos, killed, new TinyPhotos(0), Progress.NONE);
    assertThat(rest.skipped()).as("work that outlived the kills").isPositive();

    assertThat(CatalogDump.of(killed.resolve("catalog.db")))
        .isEqualTo(CatalogDump.of(undisturbed.resolve("catalog.db")));

    var tiny = new TinyPhotos(0);
    var again = KillableIngest.run(photos, killed, tiny, Progress.NONE);
    assertThat(again.skipped()).isEqualTo(PHOTOS);
    assertThat(tiny.decoded).hasValue(0);
  }

  @Test
  void aReembeddingKilledAnywhereGoesOnWhereItWas() throws Exception {
    var undisturbed = folder.resolve("undisturbed");
    KillableIngest.run(photos, undisturbed, new TinyPhotos(0), Progress.NONE);
    var killed = Files.createDirectories(folder.resolve("killed"));
    Files.copy(undisturbed.resolve("catalog.db"), killed.resolve("catalog.db"));
    var whole = KillableReembed.run(undisturbed, new TinyPhotos(0), Progress.NONE);

    var random = new Random(20261122);
    int kills = 0;
    while (kills < KILLS / 2
        && runAndKill(random, 2 + random.nextInt(20), KillableReembed.class, killed)) {
      kills++;
    }
    assertThat(kills).as("kills before the run was done").isPositive();
    var tiny = new TinyPhotos(0);
    var rest = KillableReembed.run(killed, tiny, Progress.NONE);

    assertThat(rest.embedded()).isBetween(1L, whole.embedded() - 1);
    assertThat(tiny.decoded).hasValue((int) rest.embedded());
    assertThat(CatalogDump.of(killed.resolve("catalog.db")))
        .isEqualTo(CatalogDump.of(undisturbed.resolve("catalog.db")));
  }

  /// Kills before, within or after one of the run's commits; false if it ended before.
  private boolean runAndKill(Path workspace, Random random) throws Exception {
    int partitions = PARTITIONS_PER_COMMIT * (1 + random.nextInt(4)) - random.nextInt(3);
    return runAndKill(random, partitions, KillableIngest.class, photos, workspace);
  }

  /// Kills after some lines of output; false if the program ended before.
  private boolean runAndKill(Random random, int partitions, Class<?> program, Path... words)
      throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    for (var word : words) {
      command.add(word.toString());
    }
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var lines = process.inputReader()) {
      for (int i = 0; i < partitions; i++) {
        if (lines.readLine() == null) {
          return process.waitFor() != 0;
        }
      }
      Thread.sleep(random.nextInt(25));
      process.destroyForcibly();
      return process.waitFor() != 0;
    }
  }
}
