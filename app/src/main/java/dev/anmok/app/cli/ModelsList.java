package dev.anmok.app.cli;

import dev.anmok.app.json.ModelJson;
import dev.anmok.onnx.DescribedPack;
import dev.anmok.onnx.Licence;
import dev.anmok.onnx.PackKind;
import dev.anmok.onnx.Publication;
import dev.anmok.onnx.PublishedRecall;
import dev.anmok.onnx.StoredPack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok models list`.
@Command(
    name = "list",
    description = {
      "Lists the packs with languages, dimension, size, licence and what others measured; with",
      "--described the public models that can be pulled or added."
    })
final class ModelsList implements java.util.concurrent.Callable<Integer> {
  private final Console console;
  @ParentCommand private ModelsCommand models = new ModelsCommand();

  @Option(names = "--described", description = "the public models that there are descriptions of")
  private boolean described;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  ModelsList(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (described) {
      listDescribed();
      return 0;
    }
    var packs = models.usable(console);
    if (format == Format.JSON) {
      var all = new ArrayList<Map<String, Object>>();
      for (var stored : packs) {
        var json = json(stored);
        json.put("recall", recall(stored.pack().id()).stream().map(ModelsList::json).toList());
        all.add(json);
      }
      JsonResult.print(console.out(), all);
    } else {
      print(packs);
    }
    return 0;
  }

  private static Map<String, Object> json(StoredPack.Usable stored) {
    return switch (stored) {
      case StoredPack.Ready(var pack, _) -> ModelJson.of(pack);
      case StoredPack.Sequence(var pack) -> ModelJson.of(pack);
      case StoredPack.Classifying(var pack) -> ModelJson.of(pack);
      case StoredPack.Cutout(var pack) -> ModelJson.of(pack);
    };
  }

  private static Map<String, Object> json(PublishedRecall recall) {
    var json = new LinkedHashMap<String, Object>();
    json.put("language", recall.language());
    json.put("percent", recall.percent());
    json.put("of", recall.of());
    json.put("source", recall.source());
    return json;
  }

  private void print(List<StoredPack.Usable> packs) throws IOException {
    var table = new Table("id", "kind", "languages", "dimension", "size", "commercial use");
    packs.forEach(pack -> row(table, pack));
    table.print(console.out());
    for (var pack : packs.stream().map(StoredPack.Usable::pack).toList()) {
      console.print("%n%s: %s. %s", pack.id(), pack.title(), pack.licence().text());
      if (!pack.licence().commercial()) {
        console.print("  Not for commercial use: %s.", pack.licence().reason());
        console.print("  For production bring a public pack whose licence allows it.");
      }
      printRecall(recall(pack.id()));
    }
  }

  /// One line for each thing that was measured, all languages in it.
  private void printRecall(List<PublishedRecall> recall) {
    var measures = new LinkedHashMap<String, List<PublishedRecall>>();
    for (var one : recall) {
      measures.computeIfAbsent(one.of() + ", by " + one.source(), _ -> new ArrayList<>()).add(one);
    }
    measures.forEach((what, values) ->
        console.print(
            "  Published, %s: %s.",
            what,
            values.stream()
                .map(one -> String.format(Locale.ROOT, "%s %.1f %%", one.language(), one.percent()))
                .collect(Collectors.joining(", "))));
  }

  /// What others measured of a pack in full precision or of the one that it is a variant of.
  private static List<PublishedRecall> recall(String id) throws IOException {
    var plain = id.replaceFirst("-(fp32|fp16|int8)$", "");
    return DescribedPack.ids().contains(plain)
        ? DescribedPack.of(plain).publication().map(Publication::recall).orElse(List.of())
        : List.of();
  }

  private static void row(Table table, StoredPack.Usable stored) {
    var commercial = yes(stored.pack().licence());
    switch (stored) {
      case StoredPack.Ready(var pack, _) ->
          table.row(
              pack.id(),
              "encoder",
              brief(pack.languages()),
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

  private static String yes(Licence licence) {
    return licence.commercial() ? "yes" : "no";
  }

  /// Korean and English first, since that is what people look for here, and at most six.
  private static String brief(List<String> languages) {
    var all = new ArrayList<>(languages);
    all.sort(
        java.util.Comparator.comparing((String code) -> !code.equals("ko"))
            .thenComparing(code -> !code.equals("en")));
    return all.size() <= 6
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, 5)) + ", " + (all.size() - 5) + " more";
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private void listDescribed() throws IOException {
    var packs = new ArrayList<DescribedPack>();
    for (var id : DescribedPack.ids()) {
      packs.add(DescribedPack.of(id));
    }
    if (format == Format.JSON) {
      var all = new ArrayList<Map<String, Object>>();
      for (var pack : packs) {
        all.add(json(pack));
      }
      JsonResult.print(console.out(), all);
      return;
    }
    var table = new Table("id", "kind", "of", "variants", "comes", "commercial use");
    for (var pack : packs) {
      var published = pack.publication();
      table.row(
          pack.id(),
          pack.kind(),
          published.map(Publication::model).orElse(""),
          published.map(one -> String.join(", ", one.variants().keySet())).orElse(""),
          byHand(pack) ? "by hand" : "from the hub",
          yes(pack.licence()));
    }
    table.print(console.out());
  }

  private static boolean byHand(DescribedPack pack) {
    return pack.publication().isEmpty() || !pack.publication().get().byHand().isEmpty();
  }

  private static Map<String, Object> json(DescribedPack pack) throws IOException {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", pack.id());
    json.put("kind", pack.kind());
    json.put("title", pack.title());
    json.put("by_hand", byHand(pack));
    pack.publication()
        .ifPresent(published -> {
          json.put("of", published.model());
          json.put("variants", List.copyOf(published.variants().keySet()));
          json.put("recall", published.recall().stream().map(ModelsList::json).toList());
        });
    json.put("licence", pack.licence().text());
    json.put("commercial", pack.licence().commercial());
    json.put("reason", pack.licence().reason());
    return json;
  }
}
