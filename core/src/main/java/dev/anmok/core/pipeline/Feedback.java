package dev.anmok.core.pipeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// Something that happened to one hit of an answer, or to an item outside of any.
///
/// @param at when, to the millisecond, 1970 to 9999
/// @param person who looked, as the shop's own system calls them; empty if nobody says
/// @param shop for whose visitors; empty if nobody says
/// @param answer id of the answer that the hit stood in; empty if there was none
/// @param item id of the item; empty for a photo by itself
/// @param photo digest of the photo, 64 lower-case hexadecimal digits; empty for the item as such
/// @param position where it stood in the answer, from 1; 0 if nobody says
/// @param score for [FeedbackKind#SHOWN] what the hit got without anybody's taste, in full matches
///   by looks; NaN if nobody says
/// @param category for [FeedbackKind#WRONG_CATEGORY] the right one, else empty
public record Feedback(
    FeedbackKind kind,
    Instant at,
    String person,
    String shop,
    String answer,
    String item,
    String photo,
    int position,
    double score,
    String category) {
  /// Characters (UTF-16) of a person's or a shop's id.
  public static final int MAX_OWNER = 128;

  /// Characters of an answer's id.
  public static final int MAX_ANSWER = 64;

  /// Characters of a category.
  public static final int MAX_CATEGORY = 200;

  private static final Pattern DIGEST = Pattern.compile("([0-9a-f]{64})?");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  public Feedback {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    requireLine("person", person, MAX_OWNER);
    requireLine("shop", shop, MAX_OWNER);
    requireLine("answer", answer, MAX_ANSWER);
    requireLine("category", category, MAX_CATEGORY);
    if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
      throw new IllegalArgumentException("at must lie from 1970 to 9999, was " + at);
    }
    if (person.isEmpty() && shop.isEmpty() && answer.isEmpty()) {
      throw new IllegalArgumentException("feedback needs a person, a shop or an answer");
    }
    if (!DIGEST.matcher(photo).matches()) {
      throw new IllegalArgumentException(
          "a photo's id is its SHA-256 in 64 lower-case hexadecimal digits");
    }
    if (item.isEmpty() && photo.isEmpty()) {
      throw new IllegalArgumentException("feedback needs an item or a photo");
    }
    if (position < 0) {
      throw new IllegalArgumentException("position must be >= 1, or 0 for none, was " + position);
    }
    if (Double.isInfinite(score)) {
      throw new IllegalArgumentException("score must be a number, was " + score);
    }
    if (category.isEmpty() == (kind == FeedbackKind.WRONG_CATEGORY)) {
      throw new IllegalArgumentException(
          "a category goes with the kind wrong-category, and only with it");
    }
  }

  private static void requireLine(String name, String value, int most) {
    if (value.length() > most) {
      throw new IllegalArgumentException(
          name + " may have at most " + most + " characters, had " + value.length());
    }
    if (value.chars().anyMatch(Character::isISOControl) || (!value.isEmpty() && value.isBlank())) {
      throw new IllegalArgumentException(
          name + " must be in one line without control characters, and not only spaces");
    }
  }

  /// A check of a person's or a shop's id by itself.
  ///
  /// @throws IllegalArgumentException if it is empty or cannot be one
  public static String requireOwner(String name, String id) {
    requireLine(name, id, MAX_OWNER);
    if (id.isEmpty()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
    return id;
  }

  /// Whether it is about what another one, of the same answer, showed.
  public boolean isAbout(Feedback shown) {
    return shown.item.isEmpty() ? shown.photo.equals(photo) : shown.item.equals(item);
  }

  /// What it is about: an item, or a photo by itself.
  public String subject() {
    return item.isEmpty() ? "photo " + photo : "item " + item;
  }

  /// Those of some that say what somebody likes: each item or photo once, by the last opinion, or
  /// else by the last click.
  ///
  /// @param newestFirst of one person or shop
  /// @return newest first
  public static List<Feedback> tellingTaste(List<Feedback> newestFirst) {
    var telling = new HashMap<String, Feedback>();
    for (var each : newestFirst) {
      if (each.kind.worth() != 0) {
        telling.merge(
            each.subject(),
            each,
            (newer, older) -> older.kind.opinion() && !newer.kind.opinion() ? older : newer);
      }
    }
    var kept = new ArrayList<Feedback>();
    for (var each : newestFirst) {
      if (telling.remove(each.subject(), each)) {
        kept.add(each);
      }
    }
    return kept;
  }
}
