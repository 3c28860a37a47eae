package dev.anmok.app;

import dev.anmok.app.cli.CommandLineProgram;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The program's entry.
public final class Main {
  /// Held here because the logging framework forgets a level set on a logger nobody holds.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /// Runs one command and ends with its exit code.
  public static void main(String[] args) {
    hideIncubatorWarning();
    LUCENE.setLevel(Level.SEVERE);
    System.exit(CommandLineProgram.run(args, System.out, System.err));
  }

  /// The JVM's last words before this method are a warning that the Vector API is an incubator
  /// module, where it is switched on. On a terminal that line is taken back.
  private static void hideIncubatorWarning() {
    if (Boolean.getBoolean("anmok.terminal")
        && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      System.err.print("\u001b[1A\u001b[2K");
    }
  }
}
