package dev.anmok.spark;

import org.apache.spark.SparkConf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that says which cluster a job runs on.
public final class ClusterOption {
  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "the cluster, where spark-submit does not say it (default: local[*])")
  private @Nullable String master;

  /// The settings of a job there.
  ///
  /// @param name of the job, as Spark's pages show it
  public SparkConf conf(String name) {
    return SparkSettings.of(name, master);
  }
}
