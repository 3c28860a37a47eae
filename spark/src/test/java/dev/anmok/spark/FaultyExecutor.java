package dev.anmok.spark;

import dev.anmok.app.workspace.Models;
import dev.anmok.onnx.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;

/// Lets one executor of a cluster be told a device that its machine has not, so that it can open no
/// model; each leaves a mark in the folder for temporary files that they share. Spark makes it by
/// its name.
public final class FaultyExecutor implements SparkPlugin {
  /// No executor.
  static final String NONE = "none";

  private static final String FAULTY = "spark.anmok.faulty";
  private static final String MARK = "executor-";
  private static final String FOLDER = "temporary";

  /// Says so in system properties, which Spark's configuration reads, after [SparkHome#use].
  ///
  /// @param executors how many there are, which must be there before the first task
  /// @param faulty id of the faulty one
  static void use(Path home, int executors, String faulty) throws IOException {
    var folder = Files.createDirectories(home.resolve(FOLDER));
    System.setProperty("spark.plugins", FaultyExecutor.class.getName());
    System.setProperty(FAULTY, faulty);
    System.setProperty("spark.cores.max", "" + executors);
    System.setProperty("spark.scheduler.minRegisteredResourcesRatio", "1");
    System.setProperty("spark.scheduler.maxRegisteredResourcesWaitingTime", "180s");
    var options = System.getProperty("spark.executor.extraJavaOptions");
    System.setProperty("spark.executor.extraJavaOptions", options + " -Djava.io.tmpdir=" + folder);
  }

  static void forget() {
    System.clearProperty("spark.plugins");
    System.clearProperty(FAULTY);
    System.clearProperty("spark.cores.max");
    System.clearProperty("spark.scheduler.minRegisteredResourcesRatio");
    System.clearProperty("spark.scheduler.maxRegisteredResourcesWaitingTime");
  }

  /// The executors that there were, by their marks.
  static List<String> executors(Path home) throws IOException {
    return temporary(home, MARK).stream().map(name -> name.substring(MARK.length())).toList();
  }

  /// The names of temporary files, by their beginning.
  static List<String> temporary(Path home, String beginning) throws IOException {
    var names = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(home.resolve(FOLDER), beginning + "*")) {
      files.forEach(file -> names.add("" + file.getFileName()));
    }
    names.sort(Comparator.naturalOrder());
    return names;
  }

  @Override
  public @Nullable DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorPlugin() {
      @Override
      public void init(PluginContext context, Map<String, String> extra) {
        try {
          Files.createFile(
              Path.of(System.getProperty("java.io.tmpdir"), MARK + context.executorID()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        if (context.conf().get(FAULTY).equals(context.executorID())) {
          Models.on(Device.parse("openvino:npu"));
        }
      }
    };
  }
}
