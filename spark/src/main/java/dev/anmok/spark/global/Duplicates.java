package dev.anmok.spark.global;

import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.HashKeys;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/// Finds photos that show the same among any number of them, without comparing all with all, and
/// gives the groups that [dev.anmok.core.curate.DuplicateFinder] gives for all photos at once.
///
/// Photos that can have a say in each other's group are in one component: those with equal bytes or
/// pixels, those that are near by hash and vector, and those whose vectors are similar. In every
/// component the finder decides.
final class Duplicates {
  private final JavaSparkContext spark;
  private final GroupText text;
  private final long most;

  /// Finds on a cluster.
  ///
  /// @param text how groups are told, and the rule that is gone by
  ///
  /// @throws IllegalArgumentException if the rule is not for many machines, saying what to do
  Duplicates(JavaSparkContext spark, GroupText text) {
    this(spark, text, ComponentGroups.MOST);
  }

  /// The same with another limit.
  ///
  /// @param most bytes of a component at most
  Duplicates(JavaSparkContext spark, GroupText text, long most) {
    require(text.rule());
    this.spark = spark;
    this.text = text;
    this.most = most;
  }

  /// Refuses rules whose groups do not follow from equal, near and similar photos.
  static void require(DuplicateRule rule) {
    if (rule.method() == DuplicateMethod.DBSCAN) {
      throw new IllegalArgumentException(
          "method dbscan compares all vectors and is not done on Spark: use --method default, or import the table and run anmok duplicates --method dbscan");
    }
    int bits = rule.near().maxHashBits();
    if (byHashes(rule) && bits > HashKeys.MAX_BITS) {
      throw new IllegalArgumentException(
          "the profile's max-hash-bits is %d, on Spark it may be %d at most: lower it, or use --level exact"
              .formatted(bits, HashKeys.MAX_BITS));
    }
  }

  /// What was found, and at what price.
  ///
  /// @param groups as text, in order of the first URI of each, which is the key
  /// @param cost counted while they were looked for
  record Found(JavaPairRDD<String, String> groups, Cost cost) {}

  /// What was done.
  ///
  /// @param hashPairs pairs of perceptual hashes compared
  /// @param vectorPairs pairs of vectors compared before the rule decided
  /// @param cells in which similar vectors were looked for; 0 if they were not
  /// @param guests how often vectors went to a cell besides their own
  /// @param turns of the search for components
  record Cost(long hashPairs, long vectorPairs, int cells, long guests, int turns) {
    @Override
    public String toString() {
      var compared =
          String.format(
              Locale.ROOT, "compared %d pairs of hashes, %d of vectors", hashPairs, vectorPairs);
      return cells == 0
          ? compared
          : String.format(Locale.ROOT, "%s in %d cells with %d guests", compared, cells, guests);
    }
  }

  /// Whether near photos must be looked for by their hashes: not where they are similar anyway.
  private static boolean byHashes(DuplicateRule rule) {
    return rule.level() == DuplicateLevel.NEAR
        || (rule.level() == DuplicateLevel.SIMILAR
            && rule.near().minCosine() < rule.similarCosine());
  }

  /// Looks at all photos of a source. The groups are in order by the time this returns.
  ///
  /// @throws IOException if more photos hang together than one task can decide over
  Found find(PhotoSource source) throws IOException {
    var rule = text.rule();
    int parts = Math.max(source.splits(), spark.defaultParallelism());
    var census = Census.of(spark, source, parts);
    var hashes = spark.sc().longAccumulator("pairs of hashes");
    var vectors = spark.sc().longAccumulator("pairs of vectors");
    var edges = samePixels(census, parts);
    if (byHashes(rule)) {
      var groups = HashPairs.groups(census.photos(), parts);
      var pairs = new HashPairs(rule.near().maxHashBits(), hashes).of(groups);
      edges = edges.union(new NearEdges(source, rule.near(), vectors).of(groups, pairs));
    }
    int cells = 0;
    long guests = 0;
    if (rule.level() == DuplicateLevel.SIMILAR) {
      var similar =
          new SimilarEdges(spark, parts, rule.similarCosine(), vectors).of(source, census);
      edges = edges.union(similar.edges());
      cells = similar.cells();
      guests = similar.guests();
    }
    var stars = Stars.of(edges.coalesce(parts), parts);
    var decided =
        new ComponentGroups(source, text, census.detailed(), most)
            .of(census, stars.members(), parts)
            .persist(StorageLevel.MEMORY_AND_DISK()); // sorting looks at them twice
    var groups =
        decided.sortByKey(true, Math.max(1, parts / 4)).persist(StorageLevel.MEMORY_AND_DISK());
    groups.count();
    decided.unpersist(false);
    return new Found(
        groups, new Cost(hashes.value(), vectors.value(), cells, guests, stars.turns()));
  }

  private static JavaPairRDD<Long, Long> samePixels(Census census, int parts) {
    return census
        .photos()
        .filter(photo -> photo[Census.Photo.HAS_PIXELS] == 1)
        .mapToPair(photo -> new Tuple2<>(Census.Photo.pixels(photo), photo[Census.Photo.ID]))
        .groupByKey(parts)
        .flatMapToPair(same -> star(same._2));
  }

  private static Iterator<Tuple2<Long, Long>> star(Iterable<Long> same) {
    var ids = new TreeSet<Long>(); // in order, so that the same edges come of a second reading
    same.forEach(ids::add);
    long first = ids.removeFirst();
    return ids.stream().map(id -> new Tuple2<>(first, id)).iterator();
  }
}
