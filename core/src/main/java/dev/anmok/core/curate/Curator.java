package dev.anmok.core.curate;

/// A way to choose the photos that represent an item. Every photo of the item ends in the decision,
/// each with its reason; the same candidates give the same decision in any order.
public interface Curator {
  ItemDecision decide(ItemCandidates item);

  /// Photos chosen for an item, at most.
  int keep();

  /// The same way with another number of photos for an item: of two, the larger only goes on where
  /// the smaller ends.
  Curator keeping(int keep);
}
