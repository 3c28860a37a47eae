package dev.anmok.opensearch;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Filter.Bound;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.VectorQuery.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Filters as queries of the cluster, over the fields of [PhotoDocument] and [MetadataFields].
final class FilterQuery {
  private FilterQuery() {}

  /// What a document must fulfil to be a photo in scope that passes.
  static ArrayNode of(Scope scope, Filter filter) {
    var all = Json.array();
    all.add(
        switch (scope) {
          case ALL -> exists(PhotoDocument.URI);
          case REPRESENTATIVES -> term(PhotoDocument.REPRESENTATIVE, Json.node(true));
        });
    if (!filter.isNone()) {
      all.add(of(filter));
    }
    return all;
  }

  /// All of some filters, and none of others.
  static ObjectNode bool(List<? extends JsonNode> all, List<? extends JsonNode> none) {
    var query = Json.object();
    var bool = query.putObject("bool");
    bool.putArray("filter").addAll(all);
    bool.putArray("must_not").addAll(none);
    return query;
  }

  static ObjectNode of(Filter filter) {
    return switch (filter) {
      case Filter.And(var parts) -> bool(parts.stream().map(FilterQuery::of).toList(), List.of());
      case Filter.Or(var parts) -> {
        var query = Json.object();
        query
            .putObject("bool")
            .put("minimum_should_match", 1)
            .putArray("should")
            .addAll(parts.stream().map(FilterQuery::of).toList());
        yield query;
      }
      case Filter.Not(var part) -> bool(List.of(), List.of(of(part)));
      case Filter.Equal(var field, var value) ->
          term(MetadataFields.name(field), MetadataFields.json(value));
      case Filter.Range(var field, var lower, var upper) -> range(field, lower, upper);
      case Filter.Present(var field) -> exists(MetadataFields.name(field));
    };
  }

  /// The field has one of some values.
  static ObjectNode anyOf(Field field, List<Value> values) {
    return terms(MetadataFields.name(field), values.stream().map(MetadataFields::json).toList());
  }

  static ObjectNode terms(String field, List<? extends JsonNode> values) {
    var query = Json.object();
    query.putObject("terms").putArray(field).addAll(values);
    return query;
  }

  static ObjectNode term(String field, JsonNode value) {
    var query = Json.object();
    query.putObject("term").putObject(field).set("value", value);
    return query;
  }

  static ObjectNode exists(String field) {
    var query = Json.object();
    query.putObject("exists").put("field", field);
    return query;
  }

  private static ObjectNode range(Field field, @Nullable Bound lower, @Nullable Bound upper) {
    var query = Json.object();
    var range = query.putObject("range").putObject(MetadataFields.name(field));
    if (lower != null) {
      range.set(lower.inclusive() ? "gte" : "gt", MetadataFields.json(lower.value()));
    }
    if (upper != null) {
      range.set(upper.inclusive() ? "lte" : "lt", MetadataFields.json(upper.value()));
    }
    return query;
  }
}
