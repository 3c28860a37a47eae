package dev.anmok.core.search;

/// A photo that an index found.
///
/// @param uri where the photo lies
/// @param sha256 hexadecimal digest of its bytes
/// @param item id of its item, empty if it belongs to none
/// @param title the item's title, empty if it has none
/// @param score cosine similarity to the query, -1..1
public record Hit(String uri, String sha256, String item, String title, float score) {}
