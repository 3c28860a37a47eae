package dev.anmok.app.workspace;

import dev.anmok.app.profile.CategoryChoice;
import dev.anmok.app.profile.Profile;
import dev.anmok.core.classify.CategoryGuess;
import dev.anmok.core.classify.Taxonomy;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Value;
import dev.anmok.core.pipeline.StoredCategory;
import dev.anmok.core.search.IndexedPhoto;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says categories in the words of a taxonomy: each value of a field that the taxonomy knows
/// becomes the leaf's path and its head, so that either can be filtered by.
///
/// @param taxonomy what categories are called
/// @param field a list field
public record CategoryWords(Taxonomy taxonomy, Field field) {
  /// What a profile says; empty if it has no categories or no list field for them.
  public static Optional<CategoryWords> of(Profile profile) {
    return profile.category().flatMap(choice -> of(choice, profile));
  }

  private static Optional<CategoryWords> of(CategoryChoice choice, Profile profile) {
    return profile
        .search()
        .schema()
        .find(choice.field())
        .filter(field -> field.type() == FieldType.LIST)
        .map(field -> new CategoryWords(choice.taxonomy(), field));
  }

  /// The photo with its item's category in these words.
  ///
  /// @param seen what a classifier took its item for, which counts where the item does not say
  IndexedPhoto with(IndexedPhoto photo, @Nullable StoredCategory seen) {
    var words = words(photo.metadata().of(field), seen);
    if (words.isEmpty()) {
      return photo;
    }
    var values = new LinkedHashMap<>(photo.metadata().values());
    values.put(field.name(), List.copyOf(words));
    return new IndexedPhoto(
        photo.uri(),
        photo.sha256(),
        photo.item(),
        photo.title(),
        photo.representative(),
        photo.embedding(),
        photo.texts(),
        new Metadata(values));
  }

  /// An item's own categories, or else what a classifier took it for, if that was at least likely.
  Set<Value> words(List<Value> own, @Nullable StoredCategory seen) {
    var words = new LinkedHashSet<Value>();
    for (var value : own) {
      var path =
          value instanceof Value.Word(var text) ? taxonomy.find(text) : Optional.<String>empty();
      path.ifPresentOrElse(found -> add(words, found), () -> words.add(value));
    }
    if (words.isEmpty() && seen != null && !(seen.guess() instanceof CategoryGuess.Unknown)) {
      add(words, seen.guess().path());
    }
    return words;
  }

  private static void add(LinkedHashSet<Value> words, String path) {
    words.add(new Value.Word(path));
    words.add(new Value.Word(Taxonomy.headOf(path)));
  }
}
