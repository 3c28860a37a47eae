package dev.anmok.app.cli;

import dev.anmok.app.json.ModelJson;
import dev.anmok.app.workspace.Models;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.StoredPack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok models`: the model packs at hand.
@Command(
    name = "models",
    description = "Lists and verifies model packs.",
    synopsisSubcommandLabel = "list|verify",
    subcommands = {ModelsCommand.ListPacks.class, ModelsCommand.Verify.class})
final class ModelsCommand implements Callable<Integer> {
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Override
  public Integer call() {
    throw new UsageException("say what to do: anmok models list, or anmok models verify [ID]");
  }

  private List<StoredPack> stored() throws IOException {
    return Models.in(root.workspace()).list();
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
      var packs = new ArrayList<ModelPack>();
      for (var stored : models.stored()) {
        switch (stored) {
          case StoredPack.Ready(var pack, _) -> packs.add(pack);
          case StoredPack.Broken(_, var problem) -> console.say("note: %s", problem);
        }
      }
      if (format == Format.JSON) {
        JsonResult.print(console.out(), packs.stream().map(ModelJson::of).toList());
      } else {
        print(packs);
      }
      return 0;
    }

    private void print(List<ModelPack> packs) {
      var table = new Table("id", "languages", "dimension", "size", "commercial use");
      for (var pack : packs) {
        table.row(
            pack.id(),
            String.join(", ", pack.languages()),
            pack.dimension(),
            String.format(Locale.ROOT, "%.1f MB", pack.sizeBytes() / 1e6),
            pack.licence().commercial() ? "yes" : "no");
      }
      table.print(console.out());
      for (var pack : packs) {
        console.print("%n%s: %s. %s", pack.id(), pack.title(), pack.licence().text());
        if (!pack.licence().commercial()) {
          console.print("  Not for commercial use: %s.", pack.licence().reason());
          console.print("  For production bring a public pack whose licence allows it.");
        }
      }
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
      var packs = id == null ? all() : List.of(Models.find(models.root.workspace(), id));
      for (var pack : packs) {
        pack.verify(decoder).forEach(line -> console.print("%s: %s", pack.id(), line));
      }
      return 0;
    }

    private List<ModelPack> all() throws IOException {
      var packs = new ArrayList<ModelPack>();
      for (var stored : models.stored()) {
        switch (stored) {
          case StoredPack.Ready(var pack, _) -> packs.add(pack);
          case StoredPack.Broken(_, var problem) -> throw new IOException(problem);
        }
      }
      return packs;
    }
  }
}
