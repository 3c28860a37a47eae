package dev.anmok.app.threshold;

import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.evaluate.Strata;
import dev.anmok.core.evaluate.StratifiedDraw;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Draws photos for people to label, range by range of the lens's delta ([Strata#around]), one of
/// each picture ([LensPictures]).
///
/// Each photo keeps one random number for good: a digest of its bytes and of a secret that the
/// workspace draws once. A range gives those with the smallest numbers, so a later sample, of
/// another size, around another threshold, for other prompts or after photos came in, takes those
/// labelled before as far as chance allows, and their labels count in it like any other: what
/// people said has no part in what is drawn.
///
/// @param catalog where photos and drawings are; open for writing
/// @param random where the secret comes from
/// @param clock tells the time
public record SampleDraw(Catalog catalog, RandomGenerator random, InstantSource clock) {
  /// The least and the most photos of a sample.
  public static final int MIN_SIZE = 20;

  /// The most photos of a sample.
  public static final int MAX_SIZE = 500;

  private static final double STEPS = 0x1p48;

  /// Draws a sample in place of the present one.
  ///
  /// @param pictures what to draw from
  /// @param size photos to label, [#MIN_SIZE] to [#MAX_SIZE], those labelled before counted
  /// @param centre where the ranges are narrow
  /// @throws IOException if the workspace has no photos in the space
  LensSample draw(LensMark mark, LensPictures pictures, int size, double centre)
      throws IOException {
    if (size < MIN_SIZE || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "size must be " + MIN_SIZE + ".." + MAX_SIZE + ", was " + size);
    }
    if (pictures.size() == 0) {
      throw new IOException("there are no photos to draw from; ingest some first");
    }
    var secret = secret(mark);
    var numbers =
        IntStream.range(0, pictures.size())
            .mapToDouble(i -> number(secret, pictures.sha256(i)))
            .toArray();
    var strata = Strata.around(pictures.sorted(), centre);
    var draw = StratifiedDraw.of(strata, pictures.deltas(), numbers, size);
    int last = Drawing.load(catalog, mark).map(Drawing::number).orElse(0);
    var drawing =
        new Drawing(
            last + 1,
            mark,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            centre,
            strata,
            draw.sizes(),
            draw.rows().stream().map(rows -> (long) rows.size()).toList());
    catalog.reviews().draw(mark.subject(), drawn(drawing, draw, pictures));
    drawing.save(catalog);
    return LensSample.load(catalog, mark).orElseThrow();
  }

  private static List<Reviews.Drawn> drawn(
      Drawing drawing, StratifiedDraw draw, LensPictures pictures) {
    var drawn = new ArrayList<Reviews.Drawn>();
    var deltas = pictures.deltas();
    for (int range = 0; range < draw.rows().size(); range++) {
      for (int row : draw.rows().get(range)) {
        var machine = new MachineVerdict("range-" + range, "delta", drawing.version(), deltas[row]);
        drawn.add(new Reviews.Drawn(pictures.sha256(row), machine));
      }
    }
    return drawn;
  }

  /// The range that a drawn photo belongs to.
  static int range(MachineVerdict drawn) {
    return Integer.parseInt(drawn.verdict().substring("range-".length()));
  }

  private String secret(LensMark mark) throws IOException {
    var key = "sample-secret/" + mark.subject();
    var known = catalog.setting(key);
    if (known.isPresent()) {
      return known.get();
    }
    var secret = HexFormat.of().toHexDigits(random.nextLong());
    catalog.set(key, secret);
    return secret;
  }

  /// 0..1, the same for a photo whenever it is asked.
  static double number(String secret, String sha256) {
    var digest = TextDigest.sha256(secret + " " + sha256);
    return HexFormat.fromHexDigitsToLong(digest, 0, 12) / STEPS;
  }
}
