package dev.anmok.spark;

import org.apache.spark.SparkConf;
import org.jspecify.annotations.Nullable;

/// The settings that both jobs run with; what spark-submit says goes first.
final class SparkSettings {
  private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

  private SparkSettings() {}

  /// @param masterOrNull null for what spark-submit says, or else all cores of this machine
  static SparkConf of(String name, @Nullable String masterOrNull) {
    var conf = new SparkConf();
    conf.setIfMissing("spark.app.name", name);
    if (masterOrNull != null || !conf.contains("spark.master")) {
      conf.setMaster(masterOrNull == null ? "local[*]" : masterOrNull);
    }
    if (conf.get("spark.master").startsWith("local")) { // nothing for other machines to see
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.ui.enabled", "false");
    }
    // Spark itself adds the Vector API, which keeps arithmetic as fast as here.
    conf.setIfMissing(EXECUTOR_OPTIONS, "--enable-native-access=ALL-UNNAMED");
    return conf;
  }
}
