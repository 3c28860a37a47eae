package dev.anmok.spark.global;

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
  static JavaSparkContext open(String name, @Nullable String masterOrNull) {
    var conf = new SparkConf();
    conf.setIfMissing("spark.app.name", name);
    if (masterOrNull != null || !conf.contains("spark.master")) {
      conf.setMaster(masterOrNull == null ? "local[*]" : masterOrNull);
    }
    if (conf.get("spark.master").startsWith("local")) { // nothing for other machines to see
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.ui.enabled", "false");
      // joins would take the partitions of both sides together, thousands of small tasks
      conf.setIfMissing("spark.default.parallelism", LOCAL_PARTITIONS);
    }
    // What travels are numbers and bytes, which this writes a few times faster and smaller.
    conf.setIfMissing("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
    conf.setIfMissing("spark.kryoserializer.buffer.max", "512m");
    conf.setIfMissing("spark.executor.extraJavaOptions", "--enable-native-access=ALL-UNNAMED");
    var spark = new JavaSparkContext(conf);
    spark.setLogLevel("WARN");
    return spark;
  }
}
