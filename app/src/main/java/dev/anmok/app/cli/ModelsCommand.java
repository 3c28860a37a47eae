package dev.anmok.app.cli;

import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.PackCopy;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.onnx.DescribedPack;
import dev.anmok.onnx.Publication;
import dev.anmok.onnx.StoredPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok models`: the model packs at hand.
@Command(
    name = "models",
    description = "Lists, pulls, adds, verifies and measures model packs.",
    synopsisSubcommandLabel = "list|pull|add|verify|bench",
    subcommands = {
      ModelsList.class,
      ModelsPull.class,
      ModelsCommand.Add.class,
      ModelsCommand.Verify.class,
      ModelsBench.class
    })
final class ModelsCommand implements Callable<Integer> {
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Override
  public Integer call() {
    throw new UsageException(
        "say what to do: anmok models list, anmok models pull ID, anmok models add FOLDER,"
            + " anmok models verify [ID], or anmok models bench ID");
  }

  Path workspace() {
    return root.workspace();
  }

  private List<StoredPack> stored() throws IOException {
    return Models.in(root.workspace()).list();
  }

  /// The packs that can be used; the others are said.
  List<StoredPack.Usable> usable(Console console) throws IOException {
    var packs = new ArrayList<StoredPack.Usable>();
    for (var stored : stored()) {
      switch (stored) {
        case StoredPack.Usable pack -> packs.add(pack);
        case StoredPack.Broken(_, var problem) -> console.say("note: %s", problem);
      }
    }
    return packs;
  }

  /// `anmok models add`.
  @Command(
      name = "add",
      description = "Verifies a pack in a folder and copies it into the workspace's model store.")
  static final class Add implements Callable<Integer> {
    private final Console console;
    @ParentCommand private ModelsCommand models = new ModelsCommand();

    @Parameters(
        paramLabel = "FOLDER|FILE",
        description = "the pack, a folder with a model.json; with --as, the published file")
    private Path folder = Path.of("");

    @Option(
        names = "--as",
        paramLabel = "ID",
        description = "a public model that the program knows how to use, such as u2netp")
    private @Nullable String known;

    @Mixin private PublishedOptions published = new PublishedOptions();

    Add(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      var copy = published.into(Models.in(models.root.workspace()));
      if (known == null && published.namesVariant()) {
        throw new UsageException("--variant needs --as ID: a pack of its own says what it is");
      }
      var added = known == null ? copy.add(folder) : add(copy, described(known));
      added.checked().forEach(line -> console.print("%s: %s", added.id(), line));
      console.say("%s was added as %s", added.id(), added.folder());
      return 0;
    }

    private PackCopy.Added add(PackCopy copy, DescribedPack described) throws IOException {
      return copy.add(folder, described, published.variant(described));
    }

    private DescribedPack described(String id) throws IOException {
      if (!DescribedPack.ids().contains(id)) {
        throw new UsageException(
            "--as %s: known are %s".formatted(id, String.join(", ", DescribedPack.ids())));
      }
      var described = DescribedPack.of(id);
      if (described.kind().equals("head")) {
        throw new UsageException(
            "--as %s: this is a head, no pack: %s"
                .formatted(id, described.publication().map(Publication::byHand).orElse("")));
      }
      return described;
    }
  }

  /// `anmok models verify`.
  @Command(
      name = "verify",
      description = "Checks digests, shapes and golden vectors of one pack or of all.")
  static final class Verify implements Callable<Integer> {
    private final Console console;
    @ParentCommand private ModelsCommand models = new ModelsCommand();

    @Parameters(arity = "0..1", paramLabel = "ID", description = "the pack (default: all)")
    private @Nullable String id;

    Verify(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
      for (var stored : id == null ? all() : List.of(find(id))) {
        var pack = stored.pack();
        pack.verify(decoder).forEach(line -> console.print("%s: %s", pack.id(), line));
      }
      return 0;
    }

    private StoredPack.Usable find(String wanted) throws IOException {
      for (var stored : models.stored()) {
        if (stored instanceof StoredPack.Usable usable && usable.pack().id().equals(wanted)) {
          return usable;
        }
      }
      var pack = Models.find(models.root.workspace(), wanted); // says what is wrong with it
      return new StoredPack.Ready(pack, false);
    }

    private List<StoredPack.Usable> all() throws IOException {
      var packs = new ArrayList<StoredPack.Usable>();
      for (var stored : models.stored()) {
        switch (stored) {
          case StoredPack.Usable pack -> packs.add(pack);
          case StoredPack.Broken(_, var problem) -> throw new IOException(problem);
        }
      }
      return packs;
    }
  }
}
