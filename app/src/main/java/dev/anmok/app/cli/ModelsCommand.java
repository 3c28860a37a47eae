package dev.anmok.app.cli;

import dev.anmok.app.json.ModelJson;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.PackCopy;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.onnx.DescribedPack;
import dev.anmok.onnx.PackKind;
import dev.anmok.onnx.StoredPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok models`: the model packs at hand.
@Command(
    name = "models",
    description = "Lists, adds and verifies model packs.",
    synopsisSubcommandLabel = "list|add|verify",
    subcommands = {
      ModelsCommand.ListPacks.class,
      ModelsCommand.Add.class,
      ModelsCommand.Verify.class
    })
final class ModelsCommand implements Callable<Integer> {
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Override
  public Integer call() {
    throw new UsageException(
        "say what to do: anmok models list, anmok models add FOLDER, or anmok models verify [ID]");
  }

  private List<StoredPack> stored() throws IOException {
    return Models.in(root.workspace()).list();
  }

  /// The packs that can be used; the others are said.
  private List<StoredPack.Usable> usable(Console console) throws IOException {
    var packs = new ArrayList<StoredPack.Usable>();
    for (var stored : stored()) {
      switch (stored) {
        case StoredPack.Usable pack -> packs.add(pack);
        case StoredPack.Broken(_, var problem) -> console.say("note: %s", problem);
      }
    }
    return packs;
  }

  private static Map<String, Object> json(StoredPack.Usable stored) {
    return switch (stored) {
      case StoredPack.Ready(var pack, _) -> ModelJson.of(pack);
      case StoredPack.Sequence(var pack) -> ModelJson.of(pack);
      case StoredPack.Classifying(var pack) -> ModelJson.of(pack);
      case StoredPack.Cutout(var pack) -> ModelJson.of(pack);
    };
  }

  /// `anmok models list`.
  @Command(name = "list", description = "Lists the packs with licence, languages and size.")
  static final class ListPacks implements Callable<Integer> {
    private final Console console;
    @ParentCommand private ModelsCommand models = new ModelsCommand();

    @Option(names = "--format", description = "table or json (default: table)")
    private Format format = Format.TABLE;

    ListPacks(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      var packs = models.usable(console);
      if (format == Format.JSON) {
        JsonResult.print(console.out(), packs.stream().map(ModelsCommand::json).toList());
      } else {
        print(packs);
      }
      return 0;
    }

    private void print(List<StoredPack.Usable> packs) {
      var table = new Table("id", "kind", "languages", "dimension", "size", "commercial use");
      packs.forEach(pack -> row(table, pack));
      table.print(console.out());
      for (var pack : packs.stream().map(StoredPack.Usable::pack).toList()) {
        console.print("%n%s: %s. %s", pack.id(), pack.title(), pack.licence().text());
        if (!pack.licence().commercial()) {
          console.print("  Not for commercial use: %s.", pack.licence().reason());
          console.print("  For production bring a public pack whose licence allows it.");
        }
      }
    }

    private static void row(Table table, StoredPack.Usable stored) {
      var commercial = stored.pack().licence().commercial() ? "yes" : "no";
      switch (stored) {
        case StoredPack.Ready(var pack, _) ->
            table.row(
                pack.id(),
                "encoder",
                String.join(", ", pack.languages()),
                pack.dimension(),
                size(pack.sizeBytes()),
                commercial);
        case StoredPack.Cutout(var pack) ->
            table.row(pack.id(), "cutout", "", "", size(pack.sizeBytes()), commercial);
        case StoredPack.Sequence(var pack) ->
            table.row(
                pack.id(),
                pack.kind().code(),
                (String.join(", ", pack.from()) + " to " + String.join(", ", pack.to())).strip(),
                "",
                size(pack.sizeBytes()),
                commercial);
        case StoredPack.Classifying(var pack) ->
            table.row(
                pack.id(), PackKind.CLASSIFIER.code(), "", "", size(pack.sizeBytes()), commercial);
      }
    }

    private static String size(long bytes) {
      return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
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

    @Option(
        names = "--non-commercial",
        paramLabel = "ID",
        description = "allow this pack although its weights are not for commercial use")
    private List<String> allowed = List.of();

    Add(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      var store = Models.in(models.root.workspace());
      var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
      var copy = new PackCopy(store, decoder, Set.copyOf(allowed));
      var added = known == null ? copy.add(folder) : copy.add(folder, described(known));
      added.checked().forEach(line -> console.print("%s: %s", added.id(), line));
      console.say("%s was added as %s", added.id(), added.folder());
      return 0;
    }

    private static DescribedPack described(String id) throws IOException {
      if (!DescribedPack.ids().contains(id)) {
        throw new UsageException(
            "--as %s: known are %s".formatted(id, String.join(", ", DescribedPack.ids())));
      }
      return DescribedPack.of(id);
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
