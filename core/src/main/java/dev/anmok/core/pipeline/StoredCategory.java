package dev.anmok.core.pipeline;

import dev.anmok.core.classify.CategoryGuess;

/// What a classifier took an item or a photo for.
///
/// @param subject the item or photo
/// @param classifier id of the classifier, which changes with what it answers
/// @param space id of the vector space that it looked in
/// @param guess the category with its verdict
/// @param runnerUp the next likely leaf; empty if there is none
/// @param runnerUpChance its probability, 0..1
/// @param madeOf what it was made of: of equal ones nothing need be made anew
public record StoredCategory(
    Subject subject,
    String classifier,
    String space,
    CategoryGuess guess,
    String runnerUp,
    double runnerUpChance,
    String madeOf) {
  /// What has a category.
  public sealed interface Subject {
    /// An item, by its id.
    record OfItem(String item) implements Subject {}

    /// A photo, by its digest of 64 lower-case hexadecimal digits.
    record OfPhoto(String sha256) implements Subject {}
  }
}
