package dev.anmok.core.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The items of a catalog with what the last curation decided about them, page by page, in order of
/// id. Thread-safe.
public interface ItemList {
  /// Which items are listed, by what was decided.
  enum State {
    ANY,
    KEPT,
    DROPPED,
    /// Those that came after the last curation.
    UNDECIDED,
    /// Those that people chose for.
    BY_HAND
  }

  /// Which items are listed.
  ///
  /// @param state by what was decided
  /// @param text a part of their id or title, whatever the case of its Latin letters; empty for all
  record Wanted(State state, String text) {}

  /// An item in a list.
  ///
  /// @param item the item
  /// @param reason why it is kept or dropped: a code; empty if nothing was decided
  /// @param detail the reason in a sentence; may be empty
  /// @param kept whether it is kept
  /// @param photos number of its accepted photos
  /// @param representatives digests of the photos that stand for it, best first
  /// @param byHand whether people pinned or banned photos of it
  record Listed(
      Item item,
      String reason,
      String detail,
      boolean kept,
      long photos,
      List<String> representatives,
      boolean byHand) {
    public Listed {
      representatives = List.copyOf(representatives);
    }
  }

  /// Number of items wanted.
  long count(Wanted wanted) throws IOException;

  /// Some of them.
  ///
  /// @param offset how many to pass over
  /// @param limit how many to list; some thousands at most
  List<Listed> page(Wanted wanted, long offset, int limit) throws IOException;

  /// One item, if there is one of that id.
  Optional<Listed> find(String id) throws IOException;

  /// Number of items by reason; those that nothing was decided about are left out.
  Map<String, Long> reasons() throws IOException;
}
