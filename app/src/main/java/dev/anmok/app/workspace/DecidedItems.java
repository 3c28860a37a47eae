package dev.anmok.app.workspace;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.pipeline.StoredDecision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The items of a catalog that were decided about, each with its decisions, one at a time: two
/// streams in order of item, read side by side. Each iteration reads them anew.
///
/// @param catalog where they are
/// @param space which photos an item has
/// @param only id of the one item wanted, or null for all
public record DecidedItems(Catalog catalog, VectorSpace space, @Nullable String only)
    implements Iterable<DecidedItems.Decided> {

  /// An item, the decision on it, and those on its photos.
  public record Decided(ItemPhotos item, StoredDecision own, List<StoredDecision> photos) {}

  @Override
  public Iterator<Decided> iterator() {
    try {
      return new SideBySide(catalog.items(space), catalog.decisions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class SideBySide implements Iterator<Decided> {
    private final Stream<ItemPhotos> itemStream;
    private final Stream<StoredDecision> decisionStream;
    private final Iterator<ItemPhotos> items;
    private final Iterator<StoredDecision> decisions;
    private @Nullable StoredDecision ahead;
    private @Nullable Decided next;

    SideBySide(Stream<ItemPhotos> items, Stream<StoredDecision> decisions) {
      this.itemStream = items;
      this.decisionStream = decisions;
      this.items = items.iterator();
      this.decisions = decisions.iterator();
      this.next = read();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Decided next() {
      var present = next;
      if (present == null) {
        throw new NoSuchElementException();
      }
      next = read();
      return present;
    }

    /// The next wanted item that was decided about; both streams are closed after the last.
    private @Nullable Decided read() {
      while (items.hasNext()) {
        var item = items.next();
        var found = decisionsOn(item.item().id());
        if (!found.isEmpty() && (only == null || only.equals(item.item().id()))) {
          return decided(item, found);
        }
      }
      itemStream.close();
      decisionStream.close();
      return null;
    }

    private List<StoredDecision> decisionsOn(String item) {
      var found = new ArrayList<StoredDecision>();
      while (ahead != null || decisions.hasNext()) {
        var decision = ahead == null ? decisions.next() : ahead;
        ahead = null;
        if (decision.item().equals(item)) {
          found.add(decision);
        } else if (!before(decision.item(), item)) {
          ahead = decision;
          break;
        }
      }
      return found;
    }
  }

  private static Decided decided(ItemPhotos item, List<StoredDecision> decisions) {
    var own = decisions.stream().filter(d -> d.uri().isEmpty()).findFirst().orElseThrow();
    return new Decided(item, own, decisions.stream().filter(d -> !d.uri().isEmpty()).toList());
  }

  /// Whether one id comes before another in the catalog's order, that of code points.
  private static boolean before(String a, String b) {
    return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray()) < 0;
  }
}
