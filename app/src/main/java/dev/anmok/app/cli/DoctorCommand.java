package dev.anmok.app.cli;

import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Session;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.embed.Dot;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.lucene.LuceneIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `anmok doctor`: whether everything that Anmok needs is here and works.
@Command(
    name = "doctor",
    description = "Checks the machine, the decoder, the embedded model and the workspace.")
final class DoctorCommand implements Callable<Integer> {
  private final Console console;
  private boolean failed;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  DoctorCommand(Console console) {
    this.console = console;
  }

  /// One thing that can be checked, and what to say about it.
  private interface Check {
    String run() throws IOException;
  }

  @Override
  public Integer call() {
    check("Java", () -> System.getProperty("java.vm.name") + " " + Runtime.version());
    check(
        "machine",
        () ->
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors, heap at most "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MiB");
    check("dot products", () -> Dot.kernel() + " kernel in this command");
    var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
    check("decoder", () -> decoder.backend() + decoder.warning().map(why -> ": " + why).orElse(""));
    check(
        "model",
        () -> {
          var pack = Models.embedded();
          return pack.id() + ": " + String.join(", ", pack.verify(decoder));
        });
    if (Files.isDirectory(root.workspace())) {
      check("workspace", this::workspace);
    } else {
      console.print("%-14s%s", "workspace", root.workspace() + ": none yet");
    }
    return failed ? CommandLineProgram.FAILED : 0;
  }

  private String workspace() throws IOException {
    try (var session = Session.read(root.workspace(), Optional.empty());
        var index = Indexes.open(session)) {
      if (index instanceof LuceneIndex inFolder) {
        inFolder.verify();
      }
      var catalog = session.workspace().catalog();
      var parts =
          List.of(
              root.workspace().toString(),
              catalog.counts().accepted() + " photos",
              index.size() + " indexed",
              index.generation() == catalog.generation()
                  ? "index up to date"
                  : "index behind: run ingest or curate again");
      return String.join(", ", parts);
    }
  }

  private void check(String name, Check check) {
    try {
      console.print("%-14s%s", name, check.run());
    } catch (IOException e) {
      failed = true;
      console.print("%-14s%s", name, "FAILED: " + e.getMessage());
    }
  }
}
