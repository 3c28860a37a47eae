package dev.anmok.spark.global;

import dev.anmok.spark.SparkSettings;
import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/// Opens Spark for questions about all photos.
final class Cluster {
  private static final String LOCAL_PARTITIONS = "8";

  private Cluster() {}

  /// What spark-submit says goes first.
  ///
  /// @param masterOrNull the cluster; null for spark-submit's, else `local[*]`
  static JavaSparkContext open(String name, @Nullable String masterOrNull) throws IOException {
    return open(SparkSettings.of(name, masterOrNull));
  }

  /// Opens it with a job's settings and those that questions add.
  static JavaSparkContext open(SparkConf conf) throws IOException {
    if (conf.get("spark.master").startsWith("local")) {
      // joins would take the partitions of both sides together, thousands of small tasks
      conf.setIfMissing("spark.default.parallelism", LOCAL_PARTITIONS);
    }
    // What travels are numbers and bytes, which this writes a few times faster and smaller.
    conf.setIfMissing("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
    conf.setIfMissing("spark.kryoserializer.buffer.max", "512m");
    var spark = SparkSettings.open(conf);
    spark.setLogLevel("WARN");
    return spark;
  }
}
