package dev.anmok.core.pipeline;

/// A curation decision as the catalog keeps it.
///
/// @param item id of the item
/// @param uri the photo, or empty for the decision on the item itself
/// @param rank 1 for the best representative and so on; 0 if dropped (for an item: 1 kept, 0
///   dropped)
/// @param reason stable code such as `representative`, `below_threshold`, `too_few_images`
/// @param detail what the reason refers to, such as the URI of the photo kept instead; may be empty
/// @param score the lens's value for a photo, the item's mood score for an item; NaN if there is
///   none
public record StoredDecision(
    String item, String uri, int rank, String reason, String detail, double score) {}
