package dev.anmok.app.cli;

import dev.anmok.app.head.Heads;
import dev.anmok.app.head.LaionHead;
import dev.anmok.app.workspace.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok heads`: the learned heads of the workspace.
@Command(
    name = "heads",
    description = "Lists the workspace's learned heads, or imports one.",
    subcommands = HeadsCommand.Import.class)
final class HeadsCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  HeadsCommand(Console console) {
    this.console = console;
  }

  private Heads heads() {
    return new Heads(root.workspace().resolve("heads"));
  }

  @Override
  public Integer call() throws IOException {
    var names = heads().names();
    names.forEach(name -> console.print("%s", name));
    if (names.isEmpty()) {
      console.say("no heads yet: anmok train head makes one, anmok heads import brings one in");
    }
    return 0;
  }

  /// `anmok heads import`.
  @Command(
      name = "import",
      description = {
        "Imports a linear aesthetic head that was published for a public CLIP model, as JSON with",
        "the keys source, encoder, input, output, weights and bias."
      })
  static final class Import implements Callable<Integer> {
    private final Console console;
    @ParentCommand private @Nullable HeadsCommand heads;

    @Parameters(paramLabel = "FILE", description = "the head's JSON file")
    private Path file = Path.of("");

    @Option(
        names = "--for",
        required = true,
        paramLabel = "MODEL",
        description = "the model pack whose vectors it is to score")
    private String model = "";

    @Option(
        names = "--name",
        paramLabel = "NAME",
        description = "its name in the workspace (default: that of the file)")
    private @Nullable String name;

    Import(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      if (heads == null) {
        throw new IllegalStateException("a subcommand without its command");
      }
      var chosen = name == null ? ("" + file.getFileName()).replaceFirst("\\.json$", "") : name;
      if (!Heads.isName(chosen)) {
        throw new UsageException(
            "--name must be letters, digits, '-' and '_', at most 64; was '" + chosen + "'");
      }
      var head = LaionHead.read(file);
      var space = Models.find(heads.root.workspace(), model).space();
      console.print("saved  %s", heads.heads().save(head.bind(chosen, space)));
      return 0;
    }
  }
}
