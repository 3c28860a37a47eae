package dev.anmok.app.category;

import dev.anmok.core.classify.Classifier;
import dev.anmok.core.classify.Sight;
import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PhotoFiles;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.StoredCategory;
import dev.anmok.core.pipeline.StoredCategory.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Finds the categories of a workspace's items and of photos without an item, and stores them. The
/// category of an item is that of the mean of its photos' probabilities. Stored vectors are enough
/// for most classifiers; for others the photos are decoded again. What is stored already, of the
/// same photos by the same classifiers and gate, is passed over, so a run that was stopped goes on
/// where it was. Holds one item with its photos' probabilities, and a batch of answers.
///
/// @param catalog where photos and categories are
/// @param space whose vectors are used
/// @param categorizer says the categories
/// @param decoder of photos, where classifiers need pictures
public record CategoryJob(
    Catalog catalog, VectorSpace space, Categorizer categorizer, ImageDecoder decoder) {
  private static final int BATCH = 256;
  private static final int AT_ONCE = 8;
  private static final PhotoBytes FILES = new PhotoFiles(DecodeLimits.DEFAULT.maxBytes());

  /// What was done.
  ///
  /// @param subjects items and photos without an item that have photos to be seen
  /// @param made how many were classified now; the others were known
  /// @param changed how many of them have another category than before
  /// @param unseen items and photos whose files gave no picture, where one was needed
  /// @param verdicts how many each verdict has, over all
  public record Summary(
      long subjects, long made, long changed, long unseen, Map<String, Long> verdicts) {}

  /// Classifies all that is not known, and shows everything.
  ///
  /// @param progress told how many items and photos are done
  /// @param each given every category, items first, in order of id or URI
  public Summary run(Progress progress, Consumer<StoredCategory> each) throws IOException {
    var run = new Run(progress, each);
    try (var items = catalog.items(space)) {
      for (var all = items.iterator(); all.hasNext(); ) {
        var item = all.next();
        run.add(new Subject.OfItem(item.item().id()), item.photos());
      }
    }
    try (var photos = catalog.photos(space)) {
      for (var all = photos.iterator(); all.hasNext(); ) {
        var photo = all.next();
        if (photo.item().isEmpty()) {
          run.add(new Subject.OfPhoto(photo.photo().sha256()), List.of(photo));
        }
      }
    }
    return run.end();
  }

  /// The classifier's name in the catalog: another gate or temperature is another one.
  public String id() {
    return categorizer.classifier().id()
        + "-"
        + TextDigest.brief(categorizer.gate() + "\n" + categorizer.classifier().labels());
  }

  /// One pass over the catalog.
  private final class Run {
    private final Progress progress;
    private final Consumer<StoredCategory> each;
    private final String id = id();
    private final List<StoredCategory> pending = new ArrayList<>();
    private final Map<String, Long> verdicts = new TreeMap<>();
    private long subjects;
    private long made;
    private long changed;
    private long unseen;

    Run(Progress progress, Consumer<StoredCategory> each) {
      this.progress = progress;
      this.each = each;
    }

    void add(Subject subject, List<PlacedPhoto> photos) throws IOException {
      if (photos.isEmpty()) {
        return;
      }
      subjects++;
      var madeOf =
          TextDigest.brief(
              photos.stream()
                  .map(photo -> photo.photo().sha256())
                  .distinct()
                  .sorted()
                  .collect(Collectors.joining("\n")));
      var known = catalog.categories().of(subject, id, space.id());
      if (known.isPresent() && known.get().madeOf().equals(madeOf)) {
        take(known.get());
        return;
      }
      var pooled = pooled(photos);
      if (pooled.isEmpty()) {
        unseen++;
        return;
      }
      var found = categorizer.judged(pooled.get());
      var runnerUp = found.runnerUp();
      var category =
          new StoredCategory(
              subject, id, space.id(), found.guess(), runnerUp.path(), runnerUp.chance(), madeOf);
      made++;
      pending.add(category);
      if (pending.size() == BATCH) {
        flush();
      }
      take(category);
    }

    private void take(StoredCategory category) {
      verdicts.merge(category.guess().verdict(), 1L, Long::sum);
      each.accept(category);
      progress.report(subjects, unseen, -1);
    }

    private void flush() throws IOException {
      changed += catalog.categories().store(pending);
      pending.clear();
    }

    Summary end() throws IOException {
      flush();
      return new Summary(subjects, made, changed, unseen, Map.copyOf(verdicts));
    }
  }

  /// The mean of the photos' probabilities; empty if none could be seen.
  private Optional<double[]> pooled(List<PlacedPhoto> photos) {
    Classifier classifier = categorizer.classifier();
    var sum = new double[classifier.labels().size()];
    int seen = 0;
    var sights = new ArrayList<Sight>();
    for (int i = 0; i < photos.size(); i++) {
      sight(photos.get(i)).ifPresent(sights::add);
      if (sights.size() == AT_ONCE || (i == photos.size() - 1 && !sights.isEmpty())) {
        for (var chances : classifier.probabilities(sights)) {
          seen++;
          for (int k = 0; k < sum.length; k++) {
            sum[k] += chances[k];
          }
        }
        sights.clear();
      }
    }
    if (seen == 0) {
      return Optional.empty();
    }
    for (int k = 0; k < sum.length; k++) {
      sum[k] /= seen;
    }
    return Optional.of(sum);
  }

  private Optional<Sight> sight(PlacedPhoto photo) {
    if (!categorizer.classifier().seesPixels()) {
      return Optional.of(Sight.of(photo.embedding()));
    }
    if (FILES.look(photo.uri()) instanceof PhotoBytes.Look.Found found
        && FILES.read(found) instanceof PhotoBytes.Content.Bytes(var bytes)
        && decoder.decode(bytes, 0) instanceof Decoded.Image(var pixels, _)) {
      return Optional.of(new Sight(pixels, photo.embedding()));
    }
    return Optional.empty();
  }
}
