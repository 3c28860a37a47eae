package dev.anmok.app.source;

/// Names of the columns of a manifest that Anmok reads; all others become metadata of the item.
///
/// @param uri where the photo lies; it must be there
/// @param item id of the item; may be missing
/// @param title the item's title; may be missing
/// @param prefix what stands before every place, such as `https://images.example/w500`; may be
///   empty
public record Columns(String uri, String item, String title, String prefix) {
  public static final Columns DEFAULT = new Columns("uri", "item", "title");

  /// Columns of places that are whole.
  public Columns(String uri, String item, String title) {
    this(uri, item, title, "");
  }
}
