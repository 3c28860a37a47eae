package dev.anmok.app.source;

/// Names of the columns of a manifest that Anmok reads; all others become metadata of the item.
///
/// @param uri where the photo lies; it must be there
/// @param item id of the item; may be missing
/// @param title the item's title; may be missing
public record Columns(String uri, String item, String title) {
  public static final Columns DEFAULT = new Columns("uri", "item", "title");
}
