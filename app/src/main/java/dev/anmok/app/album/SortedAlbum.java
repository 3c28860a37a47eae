package dev.anmok.app.album;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// All photos of a workspace by category, the best of each category first, copies folded under the
/// photo that stands for them. Holds 36 bytes a photo, and some 200 for each that is folded.
public final class SortedAlbum {
  private static final int DIGEST_BYTES = 32;

  private final byte[] digests;
  private final List<Section> sections;
  private final Map<Integer, List<Copy>> copies;

  /// A category's photos.
  ///
  /// @param name of the category, or `others`
  /// @param labels what people call it, by language
  /// @param best scores of the first photos, 0..1, best first
  /// @param rows the photos that are not folded: places in the album, the best first, then by URI
  record Section(String name, Map<String, String> labels, List<Double> best, Places rows) {}

  /// Places of photos in an album.
  static final class Places {
    private final int[] places;

    Places(int[] places) {
      this.places = places.clone();
    }

    int size() {
      return places.length;
    }

    int[] from(int offset, int limit) {
      int start = Math.min(offset, places.length);
      return Arrays.copyOfRange(places, start, Math.min(places.length, start + limit));
    }
  }

  /// A photo that is folded under another.
  ///
  /// @param id its SHA-256
  /// @param level how much the same: `exact`, `near` or `similar`
  /// @param cosine similarity with the photo that stands for it
  public record Copy(String id, String level, double cosine) {}

  /// A photo that is shown.
  ///
  /// @param id its SHA-256
  /// @param score of a highlight, 0..1; empty for others
  /// @param copies those folded under it
  public record Row(String id, OptionalDouble score, List<Copy> copies) {
    public Row {
      copies = List.copyOf(copies);
    }
  }

  /// A category in numbers.
  ///
  /// @param photos how many are shown
  /// @param best the first few
  public record Summary(String name, Map<String, String> labels, int photos, List<Row> best) {
    public Summary {
      best = List.copyOf(best);
    }
  }

  SortedAlbum(byte[] digests, List<Section> sections, Map<Integer, List<Copy>> copies) {
    this.digests = digests.clone();
    this.sections = List.copyOf(sections);
    this.copies = Map.copyOf(copies);
  }

  /// Number of photos, folded ones included.
  public int photos() {
    return digests.length / DIGEST_BYTES;
  }

  /// Number of photos that are folded.
  public int folded() {
    return copies.values().stream().mapToInt(List::size).sum();
  }

  /// The categories that have photos, in the profile's order, `others` last.
  ///
  /// @param first how many photos of each, 0 or more
  public List<Summary> categories(int first) {
    return sections.stream()
        .map(section ->
            new Summary(
                section.name(), section.labels(), section.rows().size(), rows(section, 0, first)))
        .toList();
  }

  /// Some photos of a category; none where there is no such category.
  ///
  /// @param offset how many to pass over
  public List<Row> page(String category, int offset, int limit) {
    return sections.stream()
        .filter(section -> section.name().equals(category))
        .findFirst()
        .map(section -> rows(section, offset, limit))
        .orElse(List.of());
  }

  private List<Row> rows(Section section, int offset, int limit) {
    var places = section.rows().from(offset, limit);
    var rows = new Row[places.length];
    for (int i = 0; i < rows.length; i++) {
      int rank = offset + i;
      var score =
          rank < section.best().size()
              ? OptionalDouble.of(section.best().get(rank))
              : OptionalDouble.empty();
      rows[i] = new Row(id(places[i]), score, copies.getOrDefault(places[i], List.of()));
    }
    return List.of(rows);
  }

  private String id(int place) {
    int from = place * DIGEST_BYTES;
    return HexFormat.of().formatHex(digests, from, from + DIGEST_BYTES);
  }
}
