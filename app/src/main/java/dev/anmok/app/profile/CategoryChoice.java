package dev.anmok.app.profile;

import dev.anmok.core.classify.Gate;
import dev.anmok.core.classify.Taxonomy;
import dev.anmok.core.classify.Temperature;
import dev.anmok.core.classify.View;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the category of a product is found and what a search may do with it.
///
/// @param taxonomy the categories
/// @param classifiers who looks, at least one
/// @param gate how sure a category must be
/// @param field the metadata field of items that holds their category
/// @param views further looks at each photo that has its picture at hand
public record CategoryChoice(
    Taxonomy taxonomy, List<Use> classifiers, Gate gate, String field, Set<View> views) {
  /// Name of the classifier that goes by the taxonomy's prompts.
  public static final String ZERO_SHOT = "zero-shot";

  public CategoryChoice {
    classifiers = List.copyOf(classifiers);
    views = Set.copyOf(views);
    if (classifiers.isEmpty()) {
      throw new IllegalArgumentException("at least one classifier is needed");
    }
  }

  /// A classifier with its say.
  ///
  /// @param name [#ZERO_SHOT], a trained classifier, or the id of a classifier pack
  /// @param weight above 0
  /// @param temperature applied to its answers, on top of the one that it was trained with
  /// @param mapOrNull a CSV file with the columns `label` and `category` that translates a pack's
  ///   labels; null for the one that ships with the program
  public record Use(String name, double weight, Temperature temperature, @Nullable Path mapOrNull) {
    public Use {
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            "the weight of " + name + " must be above 0, was " + weight);
      }
    }

    /// A classifier as it is.
    public static Use of(String name) {
      return new Use(name, 1, Temperature.NONE, null);
    }

    /// The file that translates a pack's labels, if one was named.
    public Optional<Path> map() {
      return Optional.ofNullable(mapOrNull);
    }
  }

  /// The shipped taxonomy by its prompts: what serves where a profile does not say.
  public static CategoryChoice shipped() {
    return new CategoryChoice(
        Profiles.shippedTaxonomy(), List.of(Use.of(ZERO_SHOT)), Gate.DEFAULT, "category", Set.of());
  }

  /// A filter whose categories are said by their paths, as items are indexed: a leaf alone, an
  /// alias or another case finds what it stands for.
  Filter inPaths(Filter filter) {
    return switch (filter) {
      case Filter.And(var parts) -> Filter.and(parts.stream().map(this::inPaths).toList());
      case Filter.Or(var parts) -> Filter.or(parts.stream().map(this::inPaths).toList());
      case Filter.Not(var part) -> Filter.not(inPaths(part));
      case Filter.Equal(var of, Value.Word(var word))
          when of.name().equals(field) && of.type() == FieldType.LIST ->
          new Filter.Equal(of, new Value.Word(taxonomy.find(word).orElse(word)));
      case Filter.Equal _, Filter.Range _, Filter.Present _ -> filter;
    };
  }

  /// The same with another taxonomy.
  public CategoryChoice with(Taxonomy other) {
    return new CategoryChoice(other, classifiers, gate, field, views);
  }

  /// The same with other classifiers.
  public CategoryChoice by(List<Use> others) {
    return new CategoryChoice(taxonomy, others, gate, field, views);
  }

  /// The same with other views.
  public CategoryChoice seeing(Set<View> others) {
    return new CategoryChoice(taxonomy, classifiers, gate, field, others);
  }
}
