package dev.anmok.app.album;

import dev.anmok.core.score.Category;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Sorts all photos of a workspace for looking through them: asks the album's questions for
/// categories, highlights and duplicates once, and puts the answers together. Memory is what these
/// need; see [CategoriesJob], [HighlightsJob] and [DuplicatesJob].
///
/// @param categories sorts into categories
/// @param highlights finds the best of each
/// @param duplicates finds what to fold
public record SortedAlbumJob(
    CategoriesJob categories, HighlightsJob highlights, DuplicatesJob duplicates) {
  /// Photos of each category that come first by their score.
  private static final HighlightsOptions BEST =
      new HighlightsOptions(24, null, ScoreScale.UNIT, true);

  /// Hears that a step begins: categories, highlights, duplicates.
  public interface Steps {
    /// Tells the step's name.
    void step(String name);
  }

  /// Prepares the questions.
  public static SortedAlbumJob bind(AlbumContext context) throws IOException {
    return new SortedAlbumJob(
        CategoriesJob.bind(context), HighlightsJob.bind(context), DuplicatesJob.bind(context));
  }

  /// Sorts photos, which must come in the same order each time they are read.
  public SortedAlbum sort(AlbumPhotos photos, Steps steps) throws IOException {
    steps.step("categories");
    var sorted = categories.answer(photos, CategoriesOptions.DEFAULT);
    steps.step("highlights");
    var names = categories.categories().names();
    var best = highlights.answer(photos, BEST, Categorised.of(names, sorted));
    steps.step("duplicates");
    var groups = duplicates.answer(photos, DuplicatesOptions.DEFAULT);
    return new Joining(sorted, photos).join(best, groups);
  }

  /// Puts the answers together by the photos' places.
  private final class Joining {
    private final CategoriesAnswer sorted;
    private final Map<String, Integer> places = new HashMap<>();
    private final byte[] digests;

    Joining(CategoriesAnswer sorted, AlbumPhotos photos) throws IOException {
      this.sorted = sorted;
      var all = new ByteArrayOutputStream();
      try (var stream = photos.stream()) {
        stream.forEach(photo -> {
          places.put(photo.uri(), places.size());
          all.writeBytes(HexFormat.of().parseHex(photo.sha256()));
        });
      }
      this.digests = all.toByteArray();
      if (places.size() != sorted.size()) {
        throw new IOException("the workspace changed while it was looked at; ask again");
      }
    }

    SortedAlbum join(HighlightsAnswer best, DuplicatesAnswer groups) throws IOException {
      var copies = new HashMap<Integer, List<SortedAlbum.Copy>>();
      var folded = new boolean[places.size()];
      for (var group : groups.groups()) {
        var under = new ArrayList<SortedAlbum.Copy>();
        for (var member : group.others()) {
          int place = place(member.uri());
          folded[place] = true;
          under.add(new SortedAlbum.Copy(id(place), member.level(), member.cosine()));
        }
        copies.put(place(group.keeper()), under);
      }
      return new SortedAlbum(digests, sections(best, folded), copies);
    }

    private List<SortedAlbum.Section> sections(HighlightsAnswer best, boolean[] folded)
        throws IOException {
      var scores = new LinkedHashMap<String, SequencedMap<Integer, Double>>();
      for (var row : best.rows()) {
        int place = place(row.uri());
        if (!folded[place]) {
          scores
              .computeIfAbsent(row.category(), _ -> new LinkedHashMap<>())
              .put(place, row.score());
        }
      }
      var sections = new ArrayList<SortedAlbum.Section>();
      for (var category : categories.categories().categories()) {
        add(sections, category.name(), category.labels(), scores, folded);
      }
      add(sections, Category.OTHERS, Map.of(), scores, folded);
      return sections;
    }

    private void add(
        List<SortedAlbum.Section> sections,
        String name,
        Map<String, String> labels,
        Map<String, SequencedMap<Integer, Double>> scores,
        boolean[] folded) {
      var best = scores.getOrDefault(name, new LinkedHashMap<>());
      var rows = new ArrayList<>(best.keySet());
      for (int place = 0; place < folded.length; place++) {
        if (!folded[place]
            && sorted.decision(place).category().equals(name)
            && !best.containsKey(place)) {
          rows.add(place);
        }
      }
      if (!rows.isEmpty()) {
        var ordered = new SortedAlbum.Places(rows.stream().mapToInt(Integer::intValue).toArray());
        sections.add(new SortedAlbum.Section(name, labels, List.copyOf(best.values()), ordered));
      }
    }

    private int place(String uri) throws IOException {
      var place = places.get(uri);
      if (place == null) {
        throw new IOException(uri + ": the workspace changed while it was looked at; ask again");
      }
      return place;
    }

    private String id(int place) {
      return HexFormat.of().formatHex(digests, place * 32, (place + 1) * 32);
    }
  }
}
