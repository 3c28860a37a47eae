package dev.anmok.app.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.anmok.core.pipeline.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Draws the demo's cafes: a folder per cafe with rooms, plates, cups, boards, receipts, screens,
/// logos and selfies, some of them blurred, dark, duplicated or broken. Needs no fonts, no display
/// and no network; the same seed draws the same pixels everywhere.
public final class SamplePictures {
  /// Name of the file that is written last.
  public static final String TRUTH = "truth.csv";

  private final Studio studio;
  private final Path photos;
  private final AtomicLong bytes = new AtomicLong();

  private SamplePictures(Path photos, long seed) {
    this.photos = photos;
    this.studio = new Studio(seed);
  }

  /// What was drawn.
  ///
  /// @param photos the folder to ingest; each of its folders is a cafe
  /// @param truth CSV of what every file shows: `uri,item,kind,fault`, uri relative to the folder
  ///   that holds this file
  /// @param cafes number of cafes
  /// @param pictures number of files
  /// @param bytes size of all files together
  public record Summary(Path photos, Path truth, int cafes, int pictures, long bytes) {}

  /// Writes `photos/<cafe>/…` and `truth.csv` into a folder, replacing files of the same names.
  ///
  /// @param progress hears of every file written, from one thread at a time
  /// @throws IOException when the folder cannot be written to
  public static Summary draw(Path folder, long seed, Progress progress) throws IOException {
    return draw(folder, seed, plan(seed), progress);
  }

  /// Draws only some of the plan's shots.
  static Summary draw(Path folder, long seed, List<Shot> shots, Progress progress)
      throws IOException {
    var samples = new SamplePictures(folder.resolve("photos"), seed);
    for (Cafe cafe : Cafes.ALL) {
      Files.createDirectories(samples.photos.resolve(cafe.name()));
    }
    samples.write(shots, progress);
    Path truth = Files.writeString(folder.resolve(TRUTH), truth(shots));
    return new Summary(samples.photos, truth, Cafes.ALL.size(), shots.size(), samples.bytes.get());
  }

  static List<Shot> plan(long seed) {
    var random = new SplittableRandom(seed);
    var shots = new ArrayList<Shot>();
    for (int i = 0; i < Cafes.ALL.size(); i++) {
      shots.addAll(Album.plan(i, Cafes.ALL.get(i).mix(), random.split()));
    }
    return List.copyOf(shots);
  }

  private void write(List<Shot> shots, Progress progress) throws IOException {
    var done = new AtomicInteger();
    try {
      Map<Shot.Subject, List<Shot>> scenes =
          shots.stream().collect(groupingBy(Shot::scene, LinkedHashMap::new, toList()));
      List.copyOf(scenes.values()).parallelStream()
          .forEach(same -> {
            BufferedImage picture =
                studio.draw(Cafes.ALL.get(same.getFirst().cafe()), same.getFirst());
            for (Shot shot : same) {
              write(shot, picture);
              synchronized (done) {
                progress.report(done.incrementAndGet(), 0, shots.size());
              }
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(Shot shot, BufferedImage picture) {
    Cafe cafe = Cafes.ALL.get(shot.cafe());
    try {
      var random = new SplittableRandom(shot.cafe() * 1000L + shot.number());
      byte[] file = PhotoFile.of(Damage.done(picture, shot.fault(), random), shot.fault());
      bytes.addAndGet(file.length);
      Files.write(photos.resolve(cafe.name()).resolve(shot.file()), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String truth(List<Shot> shots) {
    var csv = new StringBuilder("uri,item,kind,fault\n");
    for (Shot shot : shots) {
      String cafe = Cafes.ALL.get(shot.cafe()).name();
      String fault =
          shot.fault().broken() ? "broken" : shot.fault().name().toLowerCase(Locale.ROOT);
      csv.append("photos/").append(cafe).append('/').append(shot.file()).append(',');
      csv.append(cafe).append(',').append(shot.kind().name().toLowerCase(Locale.ROOT)).append(',');
      csv.append(fault).append('\n');
    }
    return csv.toString();
  }
}
