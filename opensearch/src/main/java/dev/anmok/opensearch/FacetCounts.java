package dev.anmok.opensearch;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.Facet;
import dev.anmok.core.search.FacetQuery;
import dev.anmok.core.search.FacetTally;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Counts items by the values of fields, exactly: the rows of [ItemRows] are counted, of which each
/// item has one, and the photos without an item. One request counts all fields of few values;
/// another one the items with none of those shown, where there are more.
///
/// @param searches where to ask
record FacetCounts(Searches searches) {
  /// Values of a field that are counted at once; those of more are paged through.
  private static final int AT_ONCE = 2_000;

  private static final int PAGE = 5_000;

  List<Facet> count(FacetQuery query) throws IOException {
    var answer = ask(query);
    var facets = new ArrayList<Facet>();
    for (int i = 0; i < query.fields().size(); i++) {
      var field = query.fields().get(i);
      var values = answer.path(Integer.toString(i)).path("values");
      var tally = new FacetTally();
      if (values.path("sum_other_doc_count").asLong() > 0) {
        page(query, field, tally);
      } else {
        for (var bucket : values.path("buckets")) {
          add(tally, field, bucket.path("key"), bucket);
        }
      }
      facets.add(facet(query, field, tally.counts()));
    }
    return facets;
  }

  /// Documents that stand for an item in a scope and pass.
  private static ArrayNode standing(Scope scope, Filter filter) {
    var all = Json.array();
    all.add(FilterQuery.term(ItemRows.STANDS, Json.node(ItemRows.code(scope))));
    if (!filter.isNone()) {
      all.add(FilterQuery.of(filter));
    }
    return all;
  }

  private JsonNode ask(FacetQuery query) throws IOException {
    var request = Json.object().put("size", 0).put("track_total_hits", false);
    request
        .putObject("query")
        .putObject("bool")
        .set("filter", standing(query.scope(), Filter.none()));
    var counted = request.putObject("aggs");
    for (int i = 0; i < query.fields().size(); i++) {
      var field = query.fields().get(i);
      var one = counted.putObject(Integer.toString(i));
      one.set("filter", FilterQuery.of(query.filter().without(field)));
      one.putObject("aggs")
          .putObject("values")
          .putObject("terms")
          .put("field", MetadataFields.column(field))
          .put("size", AT_ONCE);
    }
    return searches.ask(request).path("aggregations");
  }

  private void page(FacetQuery query, Field field, FacetTally tally) throws IOException {
    var request = Json.object().put("size", 0).put("track_total_hits", false);
    request
        .putObject("query")
        .putObject("bool")
        .set("filter", standing(query.scope(), query.filter().without(field)));
    var pages = request.putObject("aggs").putObject("values").putObject("composite");
    pages.put("size", PAGE);
    pages
        .putArray("sources")
        .addObject()
        .putObject("value")
        .putObject("terms")
        .put("field", MetadataFields.column(field));
    while (true) {
      var values = searches.ask(request).path("aggregations").path("values");
      for (var bucket : values.path("buckets")) {
        add(tally, field, bucket.path("key").path("value"), bucket);
      }
      var after = values.path("after_key");
      if (after.isMissingNode()) {
        return;
      }
      pages.set("after", after);
    }
  }

  private static void add(FacetTally tally, Field field, JsonNode key, JsonNode bucket) {
    tally.add(MetadataFields.value(field, key), bucket.path("doc_count").asLong());
  }

  private Facet facet(FacetQuery query, Field field, List<Facet.Count> counts) throws IOException {
    var shown = counts.subList(0, Math.min(query.limit(), counts.size()));
    long others = shown.size() == counts.size() ? 0 : others(query, field, shown);
    if (!field.type().ordered() || counts.isEmpty()) {
      return new Facet(field, shown, others, null);
    }
    var values = counts.stream().map(Facet.Count::value).sorted().toList();
    return new Facet(field, shown, others, new Facet.Span(values.getFirst(), values.getLast()));
  }

  private long others(FacetQuery query, Field field, List<Facet.Count> shown) throws IOException {
    var all = standing(query.scope(), query.filter().without(field));
    all.add(FilterQuery.exists(MetadataFields.name(field)));
    var among = FilterQuery.anyOf(field, shown.stream().map(Facet.Count::value).toList());
    return searches.count(all.add(FilterQuery.bool(List.of(), List.of(among))));
  }
}
