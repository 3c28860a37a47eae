package dev.anmok.opensearch;

import java.util.Locale;
import java.util.regex.Pattern;

/// How an index is named, laid out in its cluster and written.
///
/// @param alias the name that searches use: lower-case letters, digits, `-`, `_` and `.`, starting
///   with a letter or digit, up to 200; the index itself lies under the alias and a number
/// @param shards parts that its photos are spread over, at least 1
/// @param replicas copies of each part beside the first, at least 0; without one, a node that is
///   lost takes its part along
/// @param method how near vectors are found; an index keeps the method that it was made with
/// @param bulk how much is on its way at once
/// @param exactLimit up to so many photos in scope `AUTO` compares every one; at least 0
public record IndexChoice(
    String alias, int shards, int replicas, VectorMethod method, BulkLimits bulk, int exactLimit) {
  /// Photos in scope up to which an exact search is the default.
  public static final int EXACT_LIMIT = 20_000;

  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9._-]{0,199}");

  public IndexChoice {
    if (!ALIAS.matcher(alias).matches()) {
      throw new IllegalArgumentException(
          "alias must be lower-case letters, digits, '-', '_' and '.', was '" + alias + "'");
    }
    if (shards < 1) {
      throw new IllegalArgumentException("shards must be >= 1, was " + shards);
    }
    if (replicas < 0) {
      throw new IllegalArgumentException("replicas must be >= 0, was " + replicas);
    }
    if (exactLimit < 0) {
      throw new IllegalArgumentException("exactLimit must be >= 0, was " + exactLimit);
    }
  }

  /// One shard and one replica, and the usual method.
  public static IndexChoice of(String alias) {
    return new IndexChoice(alias, 1, 1, VectorMethod.DEFAULT, BulkLimits.DEFAULT, EXACT_LIMIT);
  }

  /// The same spread over the cluster in another way.
  public IndexChoice spread(int otherShards, int otherReplicas) {
    return new IndexChoice(alias, otherShards, otherReplicas, method, bulk, exactLimit);
  }

  /// The same by another method.
  public IndexChoice with(VectorMethod other) {
    return new IndexChoice(alias, shards, replicas, other, bulk, exactLimit);
  }

  /// The same written in other portions.
  public IndexChoice with(BulkLimits other) {
    return new IndexChoice(alias, shards, replicas, method, other, exactLimit);
  }

  /// The same under another alias.
  public IndexChoice named(String other) {
    return new IndexChoice(other, shards, replicas, method, bulk, exactLimit);
  }

  /// The same with exact searches up to another number of photos.
  public IndexChoice exactUpTo(int photos) {
    return new IndexChoice(alias, shards, replicas, method, bulk, photos);
  }

  /// An alias for a space of vectors: the prefix and the space's id, as far as names allow.
  public static String alias(String prefix, String spaceId) {
    var name = (prefix + "-" + spaceId).toLowerCase(Locale.ROOT);
    return name.replaceAll("[^a-z0-9._-]", "_").replaceAll("^[^a-z0-9]+", "");
  }

  /// The name of the index of a number.
  String index(int number) {
    return "%s-%06d".formatted(alias, number);
  }

  /// The alias by which one index is written, so that writing to an index that is gone fails
  /// instead of making another.
  static String writing(String index) {
    return index + "-write";
  }
}
