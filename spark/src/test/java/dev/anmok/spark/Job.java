package dev.anmok.spark;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One run of the job inside the test's own JVM, which is the driver.
record Job(int exit, String err) {
  static Job of(Object... words) {
    var args = new ArrayList<String>();
    for (var word : words) {
      args.add(String.valueOf(word));
    }
    var err = new ByteArrayOutputStream();
    int exit =
        IngestOnSpark.run(
            args.toArray(String[]::new), new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Job(exit, err.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return err.strip().lines().toList();
  }
}
