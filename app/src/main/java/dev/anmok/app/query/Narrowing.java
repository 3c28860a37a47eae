package dev.anmok.app.query;

import dev.anmok.app.category.Categorized;
import dev.anmok.app.category.Categorizer;
import dev.anmok.core.classify.CategoryGuess;
import dev.anmok.core.classify.Sight;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.SubQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Goes by the category of what a query's photos show: a sure one is filtered by, a likely one is
/// favoured, an unknown one changes nothing.
///
/// @param categorizer says the category
/// @param field the list field of items that holds their category, path and head
/// @param boost weight of a likely category, beside 1 for what photos show
public record Narrowing(Categorizer categorizer, Field field, double boost) {
  /// How explanations call a favoured category.
  static final String CATEGORY = "category";

  /// Half a standard deviation of a query's cosines ([dev.anmok.core.search.Spread#FULL]).
  public static final double BOOST = 0.1;

  /// A narrowing by a field of an index.
  ///
  /// @return empty if the index has no list field of that name: items cannot be told by category
  public static Optional<Narrowing> by(Categorizer categorizer, String field, Schema schema) {
    return schema
        .find(field)
        .filter(found -> found.type() == FieldType.LIST)
        .map(found -> new Narrowing(categorizer, found, BOOST));
  }

  /// What becomes of a query.
  ///
  /// @param seen the category with its verdict
  /// @param filter what else items must be; none if there is nothing
  /// @param boostOrNull what is favoured
  record Narrowed(Categorized seen, Filter filter, SubQuery.@Nullable Boost boostOrNull) {}

  /// Looks at the photos of one query together: the mean of their probabilities counts.
  ///
  /// @param sights at least one
  Narrowed of(List<Sight> sights) {
    var sum = new double[categorizer.classifier().labels().size()];
    for (var chances : categorizer.classifier().probabilities(sights)) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += chances[i] / sights.size();
      }
    }
    var seen = categorizer.judged(sum);
    return switch (seen.guess()) {
      case CategoryGuess.Sure(var path, _) -> new Narrowed(seen, is(path), null);
      case CategoryGuess.Likely(var path, _) ->
          new Narrowed(seen, Filter.none(), new SubQuery.Boost(CATEGORY, boost, is(path)));
      case CategoryGuess.Unknown _ -> new Narrowed(seen, Filter.none(), null);
    };
  }

  private Filter is(String path) {
    return new Filter.Equal(field, new Value.Word(path));
  }
}
