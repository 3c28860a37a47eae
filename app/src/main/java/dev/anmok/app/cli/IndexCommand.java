package dev.anmok.app.cli;

import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `anmok index`: where the index lies and whether it is up to date.
@Command(
    name = "index",
    description = {
      "Tells where the workspace's index lies and whether it is up to date with the catalog.",
      "The file index.yml of the workspace may name an OpenSearch cluster (docs/opensearch.md)."
    },
    subcommands = IndexCommand.Rebuild.class)
final class IndexCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  IndexCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (var session = Session.read(root.workspace(), Optional.empty());
        var index = Indexes.open(session)) {
      long behind = session.workspace().catalog().generation() - index.generation();
      console.print(
          "%d photos of %s, %s, %s",
          index.size(),
          index.space().id(),
          Indexes.place(session),
          behind == 0 ? "up to date" : "behind the catalog: run ingest, curate or index rebuild");
    }
    return 0;
  }

  /// `anmok index rebuild`.
  @Command(
      name = "rebuild",
      description =
          "Builds the index again from the catalog; in a cluster the old one is searched until the"
              + " new one takes its place.")
  static final class Rebuild implements Callable<Integer> {
    private final Console console;
    @ParentCommand private @Nullable IndexCommand index;

    Rebuild(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      var workspace = Objects.requireNonNull(index).root.workspace();
      try (var session = Session.update(workspace, Optional.empty());
          var line = new ProgressLine(console, "indexing")) {
        var misfits = Indexes.rebuild(session, written -> line.report(written, 0, -1));
        misfits.lines().forEach(each -> console.say("%s", each));
        console.print("%s", Indexes.place(session));
      }
      return 0;
    }
  }
}
