package dev.anmok.core.curate;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// What people chose for an item, over what the machine says. Photos are named by the SHA-256 of
/// their bytes, 64 lower-case hexadecimal digits, so that a choice outlives ingesting them anew; a
/// photo that the item no longer has is passed over.
///
/// @param item id of the item
/// @param pinned photos that are shown, before all others and in this order; each once
/// @param banned photos that are never shown; each once, none of them pinned
/// @param who who changed it last: 1 to [#MAX_WHO] characters (UTF-16) without control characters
/// @param at when
/// @param version 1 for the first choice on an item, one more with every change
public record HandChoice(
    String item, List<String> pinned, List<String> banned, String who, Instant at, long version) {
  /// Characters of a name.
  public static final int MAX_WHO = 64;

  /// Photos that can be pinned, and as many banned.
  public static final int MAX_PHOTOS = 1_000;

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public HandChoice {
    pinned = List.copyOf(pinned);
    banned = List.copyOf(banned);
    requirePhotos("pinned", pinned);
    requirePhotos("banned", banned);
    var both = new HashSet<>(pinned);
    both.retainAll(banned);
    if (!both.isEmpty()) {
      throw new IllegalArgumentException(
          "a photo cannot be pinned and banned: " + both.iterator().next());
    }
    if (who.isBlank() || who.length() > MAX_WHO || who.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "who chooses must be 1 to %d characters in one line, was '%s'"
              .formatted(MAX_WHO, who.replaceAll("\\p{Cntrl}", "?")));
    }
    if (version < 1) {
      throw new IllegalArgumentException("version must be >= 1, was " + version);
    }
  }

  private static void requirePhotos(String name, List<String> photos) {
    if (photos.size() > MAX_PHOTOS) {
      throw new IllegalArgumentException(
          name + " must be at most " + MAX_PHOTOS + " photos, were " + photos.size());
    }
    var once = new HashSet<String>();
    for (var photo : photos) {
      if (!DIGEST.matcher(photo).matches()) {
        throw new IllegalArgumentException(
            name
                + " must be SHA-256 digests in lower-case hexadecimal digits, was '"
                + photo
                + "'");
      }
      if (!once.add(photo)) {
        throw new IllegalArgumentException(name + " has a photo twice: " + photo);
      }
    }
  }

  /// Whether it says nothing: all that was chosen was taken back.
  public boolean isEmpty() {
    return pinned.isEmpty() && banned.isEmpty();
  }
}
