package dev.anmok.app.sample.poster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.sample.Colour;
import dev.anmok.app.source.Columns;
import dev.anmok.app.source.CsvSource;
import dev.anmok.core.pipeline.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostersTest {
  private static final int FEW = 34;

  /// The tones that the mean colour of a poster tells.
  private static final Set<Tone> TOLD =
      Set.of(Tone.DARK_RED, Tone.YELLOW, Tone.GREY, Tone.SKY, Tone.BLUE);

  @TempDir static Path folder = Path.of("");
  private static Posters.Summary drawn =
      new Posters.Summary(Path.of(""), Path.of(""), Path.of(""), 0, 0);

  @BeforeAll
  static void draw() throws IOException {
    drawn = Posters.draw(folder, 1, FEW, Progress.NONE);
  }

  @Test
  void writesEveryPosterOfTheManifestAt400By600Pixels() throws IOException {
    try (var photos = new CsvSource(drawn.manifest(), Columns.DEFAULT).photos()) {
      var all = photos.toList();
      assertThat(all).hasSize(FEW);
      for (var photo : all) {
        var image = ImageIO.read(Path.of(photo.uri()).toFile());
        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getHeight()).isEqualTo(600);
        var item = photo.item().orElseThrow();
        assertThat(item.metadata().keySet())
            .containsExactly(
                "original_title",
                "title_en",
                "title_ko",
                "year",
                "genres",
                "rating",
                "runtime",
                "director",
                "country",
                "released",
                "adult",
                "overview",
                "overview_en",
                "genres_ko");
        assertThat(item.metadata().values()).noneMatch(String::isBlank);
      }
    }
    try (var files = Files.list(folder.resolve("posters"))) {
      assertThat(files.count()).isEqualTo(FEW);
    }
    assertThat(Files.readAllLines(drawn.truth())).hasSize(FEW + 1);
  }

  @Test
  void theSameSeedDrawsTheSameBytes(@TempDir Path other) throws IOException {
    Posters.draw(other, 1, 3, Progress.NONE);

    for (var name : List.of("film-001.jpg", "film-002.jpg", "film-003.jpg")) {
      assertThat(other.resolve("posters").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("posters").resolve(name));
    }
  }

  @Test
  void noPosterLooksLikeAnother() throws IOException {
    var movies = Movies.plan(1, FEW);
    var pictures = new ArrayList<BufferedImage>();
    for (int i = 0; i < FEW; i++) {
      pictures.add(picture(movies.get(i)));
      for (int j = 0; j < i; j++) {
        assertThat(difference(pictures.get(i), pictures.get(j)))
            .as("%s and %s", movies.get(i).id(), movies.get(j).id())
            .isGreaterThan(8);
      }
    }
  }

  @Test
  void postersHaveTheColoursThatTheTruthSays() throws IOException {
    var drawn = new EnumMap<Tone, Integer>(Tone.class);
    for (var movie : Movies.plan(1, Posters.COUNT)) {
      var tone = movie.design().tone();
      boolean told = TOLD.contains(tone) && drawn.merge(tone, 1, Integer::sum) <= 6;
      if (!told) {
        continue; // six of each, so that the test stays quick
      }
      double[] mean = mean(Painter.draw(movie, 1));
      switch (tone) {
        case DARK_RED -> assertThat(mean[0]).as(movie.id()).isGreaterThan(mean[2] * 1.3);
        case YELLOW -> assertThat(mean[0]).as(movie.id()).isGreaterThan(mean[2] * 1.3);
        case GREY -> assertThat(Math.abs(mean[0] - mean[2])).as(movie.id()).isLessThan(12);
        case SKY, BLUE -> assertThat(mean[2]).as(movie.id()).isGreaterThan(mean[0]);
        default -> {}
      }
    }
  }

  @Test
  void neonShinesInPink() throws IOException {
    var city = first(m -> m.design().neon() && m.design().composition() == Composition.CITY);
    var image = Painter.draw(city, 1);
    int vivid = 0;
    for (int y = 0; y < 600; y += 2) {
      for (int x = 0; x < 400; x += 2) {
        int rgb = image.getRGB(x, y) & 0xffffff;
        double least = Math.min(Colour.red(rgb), Math.min(Colour.green(rgb), Colour.blue(rgb)));
        double most = Math.max(Colour.red(rgb), Math.max(Colour.green(rgb), Colour.blue(rgb)));
        vivid += most > 190 && most - least > 110 ? 1 : 0;
      }
    }
    assertThat(vivid).isGreaterThan(600);
  }

  private static Movie first(Predicate<Movie> wanted) throws IOException {
    return Movies.plan(1, Posters.COUNT).stream().filter(wanted).findFirst().orElseThrow();
  }

  private static BufferedImage picture(Movie movie) throws IOException {
    return ImageIO.read(folder.resolve(movie.file()).toFile());
  }

  /// Mean difference of the channels over every eighth pixel, 0..255.
  private static double difference(BufferedImage a, BufferedImage b) {
    double sum = 0;
    int n = 0;
    for (int y = 4; y < 600; y += 8) {
      for (int x = 4; x < 400; x += 8) {
        int p = a.getRGB(x, y) & 0xffffff;
        int q = b.getRGB(x, y) & 0xffffff;
        sum += Math.abs(Colour.red(p) - Colour.red(q));
        sum += Math.abs(Colour.green(p) - Colour.green(q));
        sum += Math.abs(Colour.blue(p) - Colour.blue(q));
        n += 3;
      }
    }
    return sum / n;
  }

  private static double[] mean(BufferedImage image) {
    double[] sum = new double[3];
    for (int y = 0; y < 600; y += 4) {
      for (int x = 0; x < 400; x += 4) {
        int rgb = image.getRGB(x, y) & 0xffffff;
        sum[0] += Colour.red(rgb) / 15_000;
        sum[1] += Colour.green(rgb) / 15_000;
        sum[2] += Colour.blue(rgb) / 15_000;
      }
    }
    return sum;
  }
}
