package dev.anmok.app.workspace;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.RejectedPhoto;
import dev.anmok.core.pipeline.StoredDecision;
import dev.anmok.parquet.FlatTableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Everything the catalog knows of each photo, as rows of named values: one row a URI, accepted or
/// rejected, item by item, then the photos of no item. One item is held at a time.
///
/// @param catalog what to export
/// @param space whose embeddings count
public record Export(Catalog catalog, VectorSpace space) {
  /// The names of every row's values, in their order.
  public static final List<String> COLUMNS =
      List.of(
          "uri",
          "item",
          "title",
          "state",
          "reason",
          "detail",
          "rank",
          "delta",
          "sha256",
          "format",
          "width",
          "height",
          "bytes",
          "luma_mean",
          "luma_std",
          "laplacian_std",
          "perceptual_hash",
          "taken",
          "sharpness",
          "noise_sigma",
          "blockiness",
          "dark_share",
          "bright_share",
          "caption");

  private static final Set<String> WHOLE = Set.of("rank", "width", "height", "bytes");
  private static final Set<String> NUMBERS =
      Set.of(
          "delta",
          "luma_mean",
          "luma_std",
          "laplacian_std",
          "sharpness",
          "noise_sigma",
          "blockiness",
          "dark_share",
          "bright_share");

  /// [#COLUMNS] with the kinds of their values.
  public static List<FlatTableWriter.Column> columns() {
    return COLUMNS.stream().map(name -> new FlatTableWriter.Column(name, kind(name))).toList();
  }

  private static FlatTableWriter.Kind kind(String column) {
    if (WHOLE.contains(column)) {
      return FlatTableWriter.Kind.WHOLE;
    }
    return NUMBERS.contains(column) ? FlatTableWriter.Kind.NUMBER : FlatTableWriter.Kind.TEXT;
  }

  /// Tells `sink` each row; values are texts, numbers, or empty texts.
  public void rows(Consumer<Map<String, Object>> sink) throws IOException {
    var decided = new DecidedItems(catalog, space, null).iterator();
    var ahead = decided.hasNext() ? decided.next() : null;
    try (var items = catalog.items(space)) {
      for (var each = items.iterator(); each.hasNext(); ) {
        var item = each.next();
        boolean here = ahead != null && ahead.item().item().id().equals(item.item().id());
        var decisions = here && ahead != null ? ahead.photos() : List.<StoredDecision>of();
        if (here) {
          ahead = decided.hasNext() ? decided.next() : null;
        }
        item(item, decisions, sink);
      }
    }
    withoutItem(sink);
  }

  private void item(
      ItemPhotos item, List<StoredDecision> decisions, Consumer<Map<String, Object>> sink) {
    var byUri =
        decisions.stream().collect(Collectors.toMap(StoredDecision::uri, d -> d, (a, b) -> a));
    for (var photo : item.photos()) {
      var row = accepted(item.item(), photo);
      var decision = byUri.get(photo.uri());
      if (decision != null) {
        row.put("reason", decision.reason());
        row.put("detail", decision.detail());
        row.put("rank", decision.rank());
        row.put("delta", Double.isNaN(decision.score()) ? "" : decision.score());
      }
      sink.accept(row);
    }
    item.rejected().forEach(photo -> sink.accept(rejected(item.item(), photo)));
  }

  private void withoutItem(Consumer<Map<String, Object>> sink) throws IOException {
    var none = new Item("-", "", Map.of());
    try (var photos = catalog.photos(space)) {
      photos
          .filter(photo -> photo.item().isEmpty())
          .forEach(photo -> sink.accept(accepted(none, photo)));
    }
    try (var rejections = catalog.rejections()) {
      rejections
          .filter(photo -> photo.item().isEmpty())
          .forEach(photo -> sink.accept(rejected(none, photo)));
    }
  }

  private Map<String, Object> accepted(Item item, PlacedPhoto placed) {
    var row = row(placed.uri(), placed.item(), item.title(), "accepted");
    var photo = placed.photo();
    row.put("sha256", photo.sha256());
    row.put("format", photo.facts().format());
    row.put("width", photo.facts().width());
    row.put("height", photo.facts().height());
    row.put("bytes", photo.bytes());
    row.put("luma_mean", photo.measures().lumaMean());
    row.put("luma_std", photo.measures().lumaStd());
    row.put("laplacian_std", photo.measures().laplacianStd());
    row.put("perceptual_hash", String.format("%016x", photo.measures().perceptualHash()));
    photo.facts().taken().ifPresent(taken -> row.put("taken", taken.toString()));
    photo.detail().ifPresent(detail -> row.putAll(detail.named()));
    row.put("caption", caption(photo.sha256()));
    return row;
  }

  private String caption(String sha256) {
    try {
      return catalog.captions().texts(List.of(sha256)).getOrDefault(sha256, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> rejected(Item item, RejectedPhoto photo) {
    var row = row(photo.uri(), photo.item(), item.title(), "rejected");
    row.put("reason", photo.reason().code());
    row.put("detail", photo.detail());
    return row;
  }

  private static Map<String, Object> row(String uri, String item, String title, String state) {
    var row = new LinkedHashMap<String, Object>();
    COLUMNS.forEach(column -> row.put(column, ""));
    row.putAll(new HashMap<>(Map.of("uri", uri, "item", item, "title", title, "state", state)));
    return row;
  }
}
