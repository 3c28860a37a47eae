package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.PhotoFile;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Draws posters of invented films. Needs no fonts, no display and no network; the same seed draws
/// the same pixels everywhere.
public final class Posters {
  /// How many films the whole set has.
  public static final int COUNT = 480;

  /// Name of the file that lists the films.
  public static final String MANIFEST = "posters.csv";

  private Posters() {}

  /// What was drawn.
  ///
  /// @param manifest CSV of all films, to be ingested
  /// @param truth CSV of what every poster shows:
  ///   `item,composition,tone,faces,neon,weather,overlay,colours`
  /// @param queries CSV of queries and the items that answer them: `query,language,relevant`
  /// @param posters number of files
  /// @param bytes size of all posters together
  public record Summary(Path manifest, Path truth, Path queries, int posters, long bytes) {}

  /// Writes `posters/film-001.jpg` and so on, `posters.csv`, `posters-truth.csv` and
  /// `poster-queries.csv` into a folder, replacing files of the same names.
  ///
  /// @param count number of films, at least 1; queries are complete with [#COUNT]
  /// @param progress hears of every poster written, from one thread at a time
  /// @throws IOException when the folder cannot be written to
  public static Summary draw(Path folder, long seed, int count, Progress progress)
      throws IOException {
    var movies = Movies.plan(seed, count);
    Files.createDirectories(folder.resolve("posters"));
    Map<String, List<String>> colours = new ConcurrentHashMap<>();
    var done = new AtomicInteger();
    var bytes = new AtomicLong();
    try {
      movies.parallelStream()
          .forEach(movie -> {
            var picture = Painter.draw(movie, seed);
            colours.put(movie.id(), ColourNames.of(picture));
            try {
              byte[] file = PhotoFile.jpeg(picture, 0.86f);
              bytes.addAndGet(file.length);
              Files.write(folder.resolve(movie.file()), file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            synchronized (done) {
              progress.report(done.incrementAndGet(), 0, count);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    var truth =
        write(
            folder,
            "posters-truth.csv",
            movies,
            Records.TRUTH,
            movie -> Records.truth(movie, colours.getOrDefault(movie.id(), List.of())));
    var queries =
        write(
            folder,
            "poster-queries.csv",
            Queries.of(movies),
            Records.QUERIES,
            query -> Records.line(query.cells()));
    var manifest = write(folder, MANIFEST, movies, Records.HEADER, Records::manifest);
    return new Summary(manifest, truth, queries, count, bytes.get());
  }

  private static <T> Path write(
      Path folder,
      String name,
      List<T> rows,
      String header,
      java.util.function.Function<T, String> line)
      throws IOException {
    var text = rows.stream().map(line).collect(Collectors.joining("\n", header + "\n", "\n"));
    return Files.writeString(folder.resolve(name), text);
  }
}
