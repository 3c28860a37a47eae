package dev.anmok.opensearch;

import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps one document without a vector for each item, so that items can be counted exactly however
/// many there are and whichever shards their photos lie on. It holds the item's metadata and the
/// scopes in which it has photos; a photo without an item stands for itself.
///
/// Writes only note which items they touch; a commit brings their rows up to date with the photos.
/// Memory: the ids of the items touched since the last commit. Used by one thread.
final class ItemRows {
  /// The scopes in which a document stands for an item.
  static final String STANDS = "stands";

  /// The item of a row; photos have it under another name, so that no row is a photo of its item.
  private static final String ROW = "row";

  /// Id of the document that is there between a write and its commit.
  private static final String UNFINISHED = "unfinished";

  /// Items whose rows are made at a time.
  private static final int BATCH = 1_000;

  private final Searches searches;
  private final IndexStore store;
  private final Set<String> touched = new HashSet<>();
  private boolean begun;
  private boolean allTouched;

  private ItemRows(Searches searches, IndexStore store) {
    this.searches = searches;
    this.store = store;
  }

  /// Looks whether an earlier writer ended without a commit.
  static ItemRows open(Searches searches, IndexStore store) throws IOException {
    var rows = new ItemRows(searches, store);
    var mark = new LoneDocument(searches.cluster(), searches.index(), UNFINISHED);
    rows.allTouched = mark.read().path("found").asBoolean(false);
    return rows;
  }

  /// Adds the fields to a mapping.
  static void properties(ObjectNode properties) {
    properties.putObject(STANDS).put("type", "keyword").put("doc_values", false);
    properties.putObject(ROW).put("type", "keyword");
  }

  /// How a scope is called in [#STANDS].
  static String code(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  /// Writes the scopes in which a photo stands for itself; none if its item's row does.
  static void write(JsonGenerator json, IndexedPhoto photo) {
    if (photo.item().isEmpty()) {
      json.writeName(STANDS);
      json.writeStartArray();
      json.writeString(code(Scope.ALL));
      if (photo.representative()) {
        json.writeString(code(Scope.REPRESENTATIVES));
      }
      json.writeEndArray();
    }
  }

  /// Notes the items of photos that are about to be written, and of those that they replace.
  void upserting(Collection<IndexedPhoto> photos) throws IOException {
    begin();
    look(photos.stream().map(IndexedPhoto::uri).toList());
    photos.forEach(photo -> touch(photo.item()));
  }

  /// Notes the items of photos that are about to be deleted.
  void deleting(Collection<String> uris) throws IOException {
    begin();
    look(uris);
  }

  private void look(Collection<String> uris) throws IOException {
    for (var some : Searches.chunks(uris)) {
      var request = Searches.columnsOnly(some.size());
      request.set("query", PhotoDocument.ids(some));
      request.putArray("docvalue_fields").add(PhotoDocument.ITEM);
      for (var hit : searches.ask(request).path("hits").path("hits")) {
        touch(Searches.text(hit.path("fields"), PhotoDocument.ITEM));
      }
    }
  }

  /// Whether any row may have to be written.
  boolean isBehind() {
    return begun || allTouched;
  }

  /// Brings the rows of all touched items up to date with the photos that searches see.
  void catchUp() throws IOException {
    if (allTouched) {
      touchAll();
    }
    var items = List.copyOf(touched);
    for (int from = 0; from < items.size(); from += BATCH) {
      write(items.subList(from, Math.min(items.size(), from + BATCH)));
    }
    touched.clear();
  }

  /// Notes that the commit is there.
  void end() throws IOException {
    if (isBehind()) {
      store.write(UNFINISHED, UNFINISHED, null);
      store.flush();
      begun = false;
      allTouched = false;
    }
  }

  /// Leaves a mark in the index before the first write, which a commit takes away: a later writer
  /// that finds it knows that nobody noted which items were touched.
  private void begin() throws IOException {
    if (!begun) {
      store.write(UNFINISHED, UNFINISHED, Json.object());
      begun = true;
    }
  }

  /// Has the next commit make all rows: for an index that others wrote.
  void remakeAll() {
    allTouched = true;
  }

  private void touchAll() throws IOException {
    for (var field : List.of(PhotoDocument.ITEM, ROW)) {
      var request = Json.object().put("size", 0).put("track_total_hits", false);
      var pages = request.putObject("aggs").putObject("items").putObject("composite");
      pages.put("size", BATCH);
      pages
          .putArray("sources")
          .addObject()
          .putObject("item")
          .putObject("terms")
          .put("field", field);
      for (var after = page(request); !after.isMissingNode(); after = page(request)) {
        pages.set("after", after);
      }
    }
  }

  private JsonNode page(ObjectNode request) throws IOException {
    var items = searches.ask(request).path("aggregations").path("items");
    for (var bucket : items.path("buckets")) {
      touch(bucket.path("key").path("item").asString(""));
    }
    return items.path("after_key");
  }

  private void touch(String item) {
    if (!item.isEmpty()) {
      touched.add(item);
    }
  }

  private void write(List<String> items) throws IOException {
    var rows = rows(items);
    for (var item : items) {
      store.write("item " + item, PhotoDocument.id('\0' + item), rows.get(item));
    }
  }

  /// The rows of those items that have photos.
  private Map<String, ObjectNode> rows(List<String> items) throws IOException {
    var request = Json.object().put("size", 0).put("track_total_hits", false);
    request.set(
        "query", FilterQuery.terms(PhotoDocument.ITEM, items.stream().map(Json::node).toList()));
    var byItem = request.putObject("aggs").putObject("items");
    byItem.putObject("terms").put("field", PhotoDocument.ITEM).put("size", items.size());
    var parts = byItem.putObject("aggs");
    parts
        .putObject("representatives")
        .set("filter", FilterQuery.term(PhotoDocument.REPRESENTATIVE, Json.node(true)));
    var one = parts.putObject("one").putObject("top_hits").put("size", 1).putArray("_source");
    MetadataFields.NAMES.forEach(one::add);
    var rows = new HashMap<String, ObjectNode>();
    for (var bucket : searches.ask(request).path("aggregations").path("items").path("buckets")) {
      var item = bucket.path("key").asString("");
      var row = Json.object().put(ROW, item);
      var scopes = row.putArray(STANDS).add(code(Scope.ALL));
      if (bucket.path("representatives").path("doc_count").asLong() > 0) {
        scopes.add(code(Scope.REPRESENTATIVES));
      }
      var source = bucket.path("one").path("hits").path("hits").path(0).path("_source");
      source.properties().forEach(part -> row.set(part.getKey(), part.getValue()));
      rows.put(item, row);
    }
    return rows;
  }
}
