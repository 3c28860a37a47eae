package dev.anmok.app.album;

import dev.anmok.app.head.Heads;
import dev.anmok.core.cluster.NearRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Scores photos by their beauty, category by category. Holds 8 bytes a photo for the percentiles
/// and at most five times the limit of photos a category, besides what [CategoriesJob] holds.
/// Thread-safe.
public final class HighlightsJob {
  private final AlbumContext context;
  private final Categorised.Sorter sorter;
  private final BoundLens lens;

  HighlightsJob(AlbumContext context, Categorised.Sorter sorter, BoundLens lens) {
    this.context = context;
    this.sorter = sorter;
    this.lens = lens;
  }

  /// Prepares the question: encodes the prompts of categories and ladder, or reads the head.
  ///
  /// @throws IOException if the head is damaged or belongs to another space
  public static HighlightsJob bind(AlbumContext context) throws IOException {
    var rule = context.album().highlights();
    var lens = BoundLens.of(rule.lens(), context.texts("highlights"), new Heads(context.heads()));
    var categories = CategoriesJob.bind(context);
    var names = categories.categories().names();
    return new HighlightsJob(
        context,
        photos -> Categorised.of(names, categories.answer(photos, CategoriesOptions.DEFAULT)),
        lens);
  }

  /// Answers it for some photos; none give an empty answer.
  ///
  /// @throws dev.anmok.app.head.UnknownHeadException if the options name a head that is not there
  public HighlightsAnswer answer(AlbumPhotos photos, HighlightsOptions options) throws IOException {
    var chosen = lens(options.headOrNull()); // a mistake is said before any photo is looked at
    return answer(photos, options, chosen, sorter.sort(photos));
  }

  /// The same for photos that were sorted into categories before.
  HighlightsAnswer answer(AlbumPhotos photos, HighlightsOptions options, Categorised categorised)
      throws IOException {
    return answer(photos, options, lens(options.headOrNull()), categorised);
  }

  private HighlightsAnswer answer(
      AlbumPhotos photos, HighlightsOptions options, BoundLens chosen, Categorised categorised)
      throws IOException {
    var rule = near(options) ? context.album().duplicates().near() : null;
    var shelves = shelves(categorised.categories().size(), options.limit(), rule);
    var scores = new AlbumScores();
    pass(photos, categorised, chosen, shelves, scores);
    while (settle(shelves)) {
      pass(photos, categorised, chosen, shelves, null);
    }
    var best = new LinkedHashMap<String, List<Highlight>>();
    for (int i = 0; i < shelves.size(); i++) {
      var kept = shelves.get(i).kept();
      if (!kept.isEmpty()) {
        best.put(categorised.categories().get(i), kept);
      }
    }
    return HighlightsAnswer.of(chosen, options.scale(), best, scores);
  }

  private BoundLens lens(@Nullable String head) throws IOException {
    return head == null
        ? lens
        : BoundLens.of(new Heads(context.heads()), head, context.pack().space());
  }

  private boolean near(HighlightsOptions options) {
    var asked = options.distinctOrNull();
    return asked == null ? context.album().highlights().distinct() : asked;
  }

  private static List<Shelf> shelves(int count, int limit, @Nullable NearRule rule) {
    var shelves = new ArrayList<Shelf>();
    for (int i = 0; i < count; i++) {
      shelves.add(new Shelf(limit, rule));
    }
    return shelves;
  }

  private static void pass(
      AlbumPhotos photos,
      Categorised categorised,
      BoundLens lens,
      List<Shelf> shelves,
      @Nullable AlbumScores scores)
      throws IOException {
    try (var all = photos.stream()) {
      int index = 0;
      for (var each = all.iterator(); each.hasNext(); index++) {
        var photo = each.next();
        double raw = lens.scorer().raw(photo.embedding());
        shelves.get(categorised.of(index, photo.uri())).offer(new Highlight(photo, raw));
        if (scores != null) {
          scores.add(raw);
        }
      }
    }
  }

  /// Every shelf ends the pass, whatever the others need.
  private static boolean settle(List<Shelf> shelves) {
    boolean more = false;
    for (var shelf : shelves) {
      more |= shelf.settle();
    }
    return more;
  }
}
