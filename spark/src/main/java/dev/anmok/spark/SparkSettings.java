package dev.anmok.spark;

import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/// The settings that all jobs run with; what spark-submit says goes first.
public final class SparkSettings {
  private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

  private SparkSettings() {}

  /// The settings of a job.
  ///
  /// @param name as Spark's pages show it
  /// @param masterOrNull null for what spark-submit says, or else all cores of this machine
  public static SparkConf of(String name, @Nullable String masterOrNull) {
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
    excludeWhatFails(conf);
    return conf;
  }

  /// Opens Spark.
  ///
  /// @throws IOException if the master does not answer, or has no room
  public static JavaSparkContext open(SparkConf conf) throws IOException {
    try {
      return new JavaSparkContext(conf);
    } catch (RuntimeException e) {
      throw new IOException(
          "Spark cannot be opened on %s: %s; is it running, and is --master its address?"
              .formatted(conf.get("spark.master"), e.getMessage()),
          e);
    }
  }

  /// An executor without the model pack, or without a secret, fails at once and would be given part
  /// after part; this way it gets no more after two. A machine keeps all tries of a task but the
  /// last, and is excluded itself, for a stage or for the rest, after as many executors as there
  /// are tries: with Spark's two, one such executor and one that is lost would end the job there.
  private static void excludeWhatFails(SparkConf conf) {
    int tries = conf.getInt("spark.task.maxFailures", 4);
    if (tries > 1) { // Spark asks for a try elsewhere
      conf.setIfMissing("spark.excludeOnFailure.enabled", "true");
      conf.setIfMissing("spark.excludeOnFailure.task.maxTaskAttemptsPerNode", "" + (tries - 1));
      conf.setIfMissing("spark.excludeOnFailure.stage.maxFailedExecutorsPerNode", "" + tries);
      conf.setIfMissing("spark.excludeOnFailure.application.maxFailedExecutorsPerNode", "" + tries);
    }
  }
}
