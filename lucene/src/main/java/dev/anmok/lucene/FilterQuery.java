package dev.anmok.lucene;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Filter.Bound;
import dev.anmok.core.filter.Filter.Equal;
import dev.anmok.core.filter.Filter.Range;
import dev.anmok.core.filter.Value;
import java.util.List;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A filter as a Lucene query, over the fields of [MetadataFields].
final class FilterQuery {
  private FilterQuery() {}

  static Query of(Filter filter) {
    return switch (filter) {
      case Filter.And(var parts) -> all(parts);
      case Filter.Or(var parts) -> any(parts);
      case Filter.Not(var part) -> not(part);
      case Equal(var field, var value) -> equal(field, value);
      case Range range -> range(range);
      case Filter.Present(var field) -> new TermQuery(MetadataFields.present(field));
    };
  }

  private static Query all(List<Filter> parts) {
    var query = new BooleanQuery.Builder();
    query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    for (var part : parts) {
      if (part instanceof Filter.Not(var excluded)) {
        query.add(of(excluded), Occur.MUST_NOT);
      } else {
        query.add(of(part), Occur.FILTER);
      }
    }
    return query.build();
  }

  private static Query any(List<Filter> parts) {
    if (parts.getFirst() instanceof Equal(var field, var _)
        && !field.type().ordered()
        && parts.stream().allMatch(part -> part instanceof Equal e && e.field().equals(field))) {
      var terms =
          parts.stream()
              .map(part -> new BytesRef(MetadataFields.term(((Equal) part).value())))
              .toList();
      return new TermInSetQuery(MetadataFields.name(field), terms);
    }
    var query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(of(part), Occur.SHOULD));
    return query.build();
  }

  private static Query not(Filter part) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(of(part), Occur.MUST_NOT)
        .build();
  }

  private static Query equal(Field field, Value value) {
    return field.type().ordered()
        ? range(new Range(field, new Bound(value, true), new Bound(value, true)))
        : new TermQuery(new Term(MetadataFields.name(field), MetadataFields.term(value)));
  }

  private static Query range(Range range) {
    var name = MetadataFields.name(range.field());
    if (range.field().type() == FieldType.DECIMAL) {
      double lower = decimal(range.lower(), Double.NEGATIVE_INFINITY);
      double upper = decimal(range.upper(), Double.POSITIVE_INFINITY);
      return DoubleField.newRangeQuery(
          name,
          excludes(range.lower()) ? DoublePoint.nextUp(lower) : lower,
          excludes(range.upper()) ? DoublePoint.nextDown(upper) : upper);
    }
    long lower = whole(range.lower(), Long.MIN_VALUE);
    long upper = whole(range.upper(), Long.MAX_VALUE);
    boolean none =
        (excludes(range.lower()) && lower == Long.MAX_VALUE)
            || (excludes(range.upper()) && upper == Long.MIN_VALUE);
    return none
        ? new MatchNoDocsQuery("nothing lies beyond " + range)
        : LongField.newRangeQuery(
            name,
            excludes(range.lower()) ? lower + 1 : lower,
            excludes(range.upper()) ? upper - 1 : upper);
  }

  private static boolean excludes(@Nullable Bound bound) {
    return bound != null && !bound.inclusive();
  }

  private static double decimal(@Nullable Bound bound, double otherwise) {
    return bound != null && bound.value() instanceof Value.Decimal(double number)
        ? number
        : otherwise;
  }

  private static long whole(@Nullable Bound bound, long otherwise) {
    if (bound == null) {
      return otherwise;
    }
    return switch (bound.value()) {
      case Value.Whole(long number) -> number;
      case Value.Day(var date) -> date.toEpochDay();
      case Value.Word _, Value.Decimal _, Value.Truth _ -> otherwise;
    };
  }
}
