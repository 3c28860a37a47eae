package dev.anmok.app.album;

import dev.anmok.core.score.HighlightScorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The best photos of each category. Scores and percentiles are rounded to four decimals.
///
/// @param lens name of the lens: `ladder`, or that of the head
/// @param origin where the lens came from, in plain words
/// @param scale form of the listed scores
/// @param extent of the raw scores of all photos
/// @param rows categories in their order, the best photo of each first
public record HighlightsAnswer(
    String lens, String origin, ScoreScale scale, Extent extent, List<Row> rows) implements Answer {
  /// The raw scores of all photos of the album.
  ///
  /// @param photos how many there are
  /// @param least lowest; 0 of no photos
  /// @param most highest; 0 of no photos
  public record Extent(int photos, double least, double most) {}

  /// A listed photo.
  ///
  /// @param score in the scale asked for
  /// @param raw as the lens gave it, about 1..10
  /// @param unit the 0..1 form of the raw score
  /// @param percentile share of the album's photos that it is above, 0..1
  /// @param cover whether it is the best of all
  public record Row(
      String category,
      String uri,
      double score,
      double raw,
      double unit,
      double percentile,
      boolean cover) {}

  public HighlightsAnswer {
    rows = List.copyOf(rows);
  }

  static HighlightsAnswer of(
      BoundLens lens, ScoreScale scale, Map<String, List<Highlight>> best, AlbumScores scores) {
    var cover = best.values().stream().map(List::getFirst).sorted().findFirst();
    var rows = new ArrayList<Row>();
    best.forEach((category, highlights) -> {
      for (var highlight : highlights) {
        boolean first = cover.isPresent() && cover.get().equals(highlight);
        rows.add(row(category, highlight, scale, scores, first));
      }
    });
    var extent =
        scores.size() == 0
            ? new Extent(0, 0, 0)
            : new Extent(scores.size(), rounded(scores.least()), rounded(scores.most()));
    return new HighlightsAnswer(lens.name(), lens.origin(), scale, extent, rows);
  }

  private static Row row(
      String category, Highlight highlight, ScoreScale scale, AlbumScores scores, boolean cover) {
    double raw = rounded(highlight.raw());
    double unit = rounded(HighlightScorer.unit(highlight.raw()));
    double percentile = rounded(scores.percentile(highlight.raw()));
    double score =
        switch (scale) {
          case RAW -> raw;
          case UNIT -> unit;
          case PERCENTILE -> percentile;
        };
    return new Row(category, highlight.photo().uri(), score, raw, unit, percentile, cover);
  }

  @Override
  public List<?> plain() {
    return categories(false);
  }

  @Override
  public Map<String, Object> details() {
    var json = new LinkedHashMap<String, Object>();
    json.put("lens", lens);
    json.put("origin", origin);
    json.put("scale", scale.code());
    json.put("photos", extent.photos());
    json.put("least_raw", extent.least());
    json.put("most_raw", extent.most());
    json.put("categories", categories(true));
    return json;
  }

  private List<Map<String, Object>> categories(boolean detailed) {
    var images = new LinkedHashMap<String, List<Map<String, Object>>>();
    for (var row : rows) {
      images.computeIfAbsent(row.category(), name -> new ArrayList<>()).add(image(row, detailed));
    }
    var list = new ArrayList<Map<String, Object>>();
    images.forEach((category, all) -> {
      var json = new LinkedHashMap<String, Object>();
      json.put("category", category);
      json.put("images", all);
      list.add(json);
    });
    return list;
  }

  private static Map<String, Object> image(Row row, boolean detailed) {
    var image = new LinkedHashMap<String, Object>();
    image.put("image", row.uri());
    image.put("score", row.score());
    if (detailed) {
      image.put("raw", row.raw());
      image.put("unit", row.unit());
      image.put("percentile", row.percentile());
      image.put("cover", row.cover());
    }
    return image;
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }
}
