package dev.anmok.app.review;

import java.util.Comparator;
import java.util.regex.Pattern;

/// A place in the queue: why a photo is there, then how unsure the machine is, then its digest. It
/// does not depend on what else is in the queue, so that a page goes on after it whatever was
/// decided in between.
///
/// @param why photos drawn for an audit come first, skipped ones last
/// @param distance [Opinion#distance]; 0 for an audit, whose order is that of the digests
/// @param sha256 the photo's digest; for copies the first half of that of the machine's keeper,
///   then zeros
public record QueuePlace(Why why, double distance, String sha256)
    implements Comparable<QueuePlace> {
  /// Why a photo is in the queue, in the order of the queue.
  public enum Why {
    /// It was drawn to check the machine by.
    AUDIT,
    /// The machine is uncertain.
    UNCERTAIN,
    /// As before, and somebody looked who did not decide.
    SKIPPED;

    /// The stable lower-case name.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final Comparator<QueuePlace> ORDER =
      Comparator.comparing(QueuePlace::why)
          .thenComparingDouble(QueuePlace::distance)
          .thenComparing(QueuePlace::sha256);

  private static final Pattern TEXT =
      Pattern.compile("(audit|uncertain|skipped)-([0-9a-f]{16})-([0-9a-f]{64})");

  @Override
  public int compareTo(QueuePlace other) {
    return ORDER.compare(this, other);
  }

  /// The place as a cursor that [#parse] reads.
  @Override
  public String toString() {
    return "%s-%016x-%s".formatted(why.code(), Double.doubleToLongBits(distance), sha256);
  }

  /// Reads a cursor.
  ///
  /// @throws IllegalArgumentException if it is none
  public static QueuePlace parse(String cursor) {
    var parts = TEXT.matcher(cursor);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "cursor must be the 'next' of an earlier page, was '" + cursor + "'");
    }
    return new QueuePlace(
        Why.valueOf(parts.group(1).toUpperCase(java.util.Locale.ROOT)),
        Double.longBitsToDouble(Long.parseUnsignedLong(parts.group(2), 16)),
        parts.group(3));
  }
}
