package dev.anmok.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a standalone cluster of Spark needs on a machine, made of the test's own class path: a
/// folder of Spark's jars, as a distribution has it.
final class SparkHome {
  private SparkHome() {}

  /// Makes the folder and tells Spark of it by system properties, which its configuration reads.
  static void use(Path folder) throws IOException {
    var jars = Files.createDirectories(folder.resolve("jars"));
    Files.createDirectories(folder.resolve("launcher/target/scala-2.13")); // how it knows Scala
    var path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (var entry : path.split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar")) {
        var jar = Path.of(entry);
        var link = jars.resolve(jar.getFileName());
        if (!Files.exists(link)) {
          Files.createSymbolicLink(link, jar);
        }
      }
    }
    var folders =
        String.join(
            File.pathSeparator,
            Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith(".jar"))
                .toList());
    System.setProperty("spark.testing", "true");
    System.setProperty("spark.test.home", folder.toString());
    System.setProperty("spark.executor.extraClassPath", folders);
    System.setProperty("spark.executor.memory", "1g");
    // Processes that live for seconds: quick compilation, and plain loops for wide vectors, which
    // are slow until they are compiled well and give the same bits.
    System.setProperty(
        "spark.executor.extraJavaOptions",
        "-XX:TieredStopAtLevel=1 -XX:MaxVectorSize=16 --enable-native-access=ALL-UNNAMED");
  }

  static void forget() {
    FaultyExecutor.forget();
    for (var name :
        new String[] {
          "spark.testing",
          "spark.test.home",
          "spark.executor.extraClassPath",
          "spark.executor.memory",
          "spark.executor.extraJavaOptions",
          "spark.extraListeners"
        }) {
      System.clearProperty(name);
    }
  }
}
