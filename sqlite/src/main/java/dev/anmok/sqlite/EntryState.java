package dev.anmok.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an entry says of its URI, but for its generations.
///
/// @param item row id of its item
/// @param photo row id of its photo; null if it was rejected
/// @param sha256 digest of a rejected file
@SuppressWarnings("ArrayRecordComponent") // the digest goes straight to and from the statement
record EntryState(
    @Nullable Long item,
    @Nullable Long photo,
    long size,
    long modified,
    byte @Nullable [] sha256,
    @Nullable String reason,
    @Nullable String detail) {
  static final String COLUMNS = "item, photo, size, modified, sha256, reason, detail";

  static EntryState of(ResultSet row) throws SQLException {
    return new EntryState(
        number(row, 1),
        number(row, 2),
        row.getLong(3),
        row.getLong(4),
        row.getBytes(5),
        row.getString(6),
        row.getString(7));
  }

  boolean sameAs(EntryState other) {
    return samePlace(other)
        && size == other.size
        && modified == other.modified
        && Arrays.equals(sha256, other.sha256)
        && Objects.equals(reason, other.reason)
        && Objects.equals(detail, other.detail);
  }

  /// Whether an index would see no difference.
  boolean samePlace(EntryState other) {
    return Objects.equals(photo, other.photo) && Objects.equals(item, other.item);
  }

  boolean accepted() {
    return photo != null;
  }

  private static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
