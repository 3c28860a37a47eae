package dev.anmok.spark.global;

import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.HashKeys;
import java.util.ArrayList;
import java.util.Iterator;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/// Finds photos that show the same among any number of them, without comparing all with all, and
/// gives the groups that [dev.anmok.core.curate.DuplicateFinder] gives for all photos at once.
///
/// Photos that can have a say in each other's group are in one component: those with equal bytes or
/// pixels, and those that are near by hash and vector. In every component the finder decides.
final class Duplicates {
  private final JavaSparkContext spark;
  private final GroupText text;

  /// Finds on a cluster.
  ///
  /// @param text how groups are told, and the rule that is gone by
  ///
  /// @throws IllegalArgumentException if the rule is not for many machines, saying what to do
  Duplicates(JavaSparkContext spark, GroupText text) {
    require(text.rule());
    this.spark = spark;
    this.text = text;
  }

  /// Refuses rules whose groups do not follow from equal and near photos.
  static void require(DuplicateRule rule) {
    if (rule.method() == DuplicateMethod.DBSCAN) {
      throw new IllegalArgumentException(
          "method dbscan compares all vectors and is not done on Spark: use --method default, or import the table and run anmok duplicates --method dbscan");
    }
    if (rule.level() == DuplicateLevel.SIMILAR) {
      throw new IllegalArgumentException(
          "level similar goes by vectors alone and is not done on Spark: use --level near or exact, or import the table and run anmok duplicates --level similar");
    }
    int bits = rule.near().maxHashBits();
    if (rule.level() == DuplicateLevel.NEAR && bits > HashKeys.MAX_BITS) {
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
  /// @param turns of the search for components
  record Cost(long hashPairs, long vectorPairs, int turns) {}

  /// Looks at all photos of a source. The groups are computed when they are first asked for.
  Found find(PhotoSource source) {
    var rule = text.rule();
    int parts = Math.max(source.splits(), spark.defaultParallelism());
    var census = Census.of(spark, source, parts);
    var hashes = spark.sc().longAccumulator("pairs of hashes");
    var vectors = spark.sc().longAccumulator("pairs of vectors");
    var edges = samePixels(census, parts);
    if (rule.level() == DuplicateLevel.NEAR) {
      var groups = HashPairs.groups(census.photos(), parts);
      var pairs = new HashPairs(rule.near().maxHashBits(), hashes).of(groups);
      edges = edges.union(new NearEdges(source, rule.near(), vectors).of(groups, pairs));
    }
    var stars = Stars.of(edges.coalesce(parts), parts);
    var groups =
        new ComponentGroups(source, text, census.detailed())
            .of(census, stars.members(), parts)
            .sortByKey(true, Math.max(1, parts / 4));
    return new Found(groups, new Cost(hashes.value(), vectors.value(), stars.turns()));
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
    var ids = same.iterator();
    long first = ids.next();
    var edges = new ArrayList<Tuple2<Long, Long>>();
    ids.forEachRemaining(id -> edges.add(new Tuple2<>(first, id)));
    return edges.iterator();
  }
}
