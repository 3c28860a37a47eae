package dev.anmok.app.workspace;

import dev.anmok.app.profile.CategoryChoice;
import dev.anmok.app.profile.Profile;
import dev.anmok.app.profile.SearchChoice;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Value;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.StoredCategory;
import dev.anmok.core.search.IndexedPhoto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Says the categories of items that are about to be indexed in the words of the taxonomy: each
/// value of the profile's category field that the taxonomy knows becomes the leaf's path and its
/// head, so that either can be filtered by. An item without a value gets what the classifier took
/// it for, if that was at least likely.
///
/// @param catalog holds what classifiers said
/// @param choice the taxonomy
/// @param search where items say their own
/// @param field a list field
/// @param space id of the vector space that classifiers looked in
public record ItemCategories(
    Catalog catalog, CategoryChoice choice, SearchChoice search, Field field, String space) {
  /// The setting that names the classifier whose answers count.
  private static final String CLASSIFIER = "category.classifier";

  /// What a profile says; empty if it has no categories or no list field for them.
  public static Optional<ItemCategories> of(Catalog catalog, Profile profile, String space) {
    return profile
        .category()
        .flatMap(choice ->
            CategoryWords.of(profile)
                .map(words ->
                    new ItemCategories(catalog, choice, profile.search(), words.field(), space)));
  }

  /// Makes a classifier's answers those that count, from the next indexing of each item on.
  public static void count(Catalog catalog, String classifier) throws IOException {
    catalog.set(CLASSIFIER, classifier);
  }

  /// The classifier whose answers count, if there is one.
  public static Optional<String> counting(Catalog catalog) throws IOException {
    return catalog.setting(CLASSIFIER);
  }

  List<IndexedPhoto> added(List<IndexedPhoto> photos) throws IOException {
    var stored = stored(photos);
    var all = new ArrayList<IndexedPhoto>(photos.size());
    for (var photo : photos) {
      all.add(photo.item().isEmpty() ? photo : words().with(photo, stored.get(photo.item())));
    }
    return all;
  }

  private Map<String, StoredCategory> stored(List<IndexedPhoto> photos) throws IOException {
    var classifier = counting(catalog);
    if (classifier.isEmpty()) {
      return Map.of();
    }
    var bare =
        photos.stream()
            .filter(photo -> !photo.item().isEmpty() && photo.metadata().of(field).isEmpty())
            .map(IndexedPhoto::item)
            .collect(Collectors.toSet());
    return catalog.categories().ofItems(bare, classifier.get(), space);
  }

  /// The category that an item is shown in, as the taxonomy calls it if it knows it; empty if the
  /// item has none.
  public Optional<String> shown(Item item) throws IOException {
    var classifier = counting(catalog);
    var seen =
        classifier.isEmpty()
            ? null
            : catalog
                .categories()
                .ofItems(Set.of(item.id()), classifier.get(), space)
                .get(item.id());
    return words().words(ItemFacts.typed(item, search).metadata().of(field), seen).stream()
        .findFirst()
        .map(value -> value instanceof Value.Word(var text) ? text : value.toString());
  }

  private CategoryWords words() {
    return new CategoryWords(choice.taxonomy(), field);
  }
}
