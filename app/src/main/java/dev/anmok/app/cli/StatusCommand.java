package dev.anmok.app.cli;

import dev.anmok.app.reembed.LeftBehind;
import dev.anmok.app.reembed.Leftovers;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Workspace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Counts;
import dev.anmok.core.pipeline.StoredDecision;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok status`: what the workspace holds.
@Command(
    name = "status",
    description = "Counts photos by state, rejections by reason, spaces and sizes.")
final class StatusCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  @Option(names = "--rejected", description = "list the rejected photos with their reasons")
  private boolean rejected;

  @Option(
      names = "--misfits",
      description = "list metadata that is no value of its field, and so cannot be filtered by")
  private boolean misfits;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (misfits) {
      try (var session = Session.read(root.workspace(), Optional.empty())) {
        new MisfitList(console, format).print(session);
      }
      return 0;
    }
    try (var workspace = Workspace.read(root.workspace())) {
      if (rejected) {
        listRejected(workspace.catalog());
        return 0;
      }
      var left = leftBehind();
      if (format == Format.JSON) {
        printJson(workspace.catalog(), left);
      } else {
        printTable(workspace);
        left.forEach(each -> console.say("note: %s", each.line()));
      }
    }
    return 0;
  }

  /// What a change of the model left behind; nothing where the model or the profile cannot be
  /// opened, since the counts are told all the same.
  private List<LeftBehind> leftBehind() {
    try (var session = Session.read(root.workspace(), Optional.empty())) {
      session.notes().forEach(each -> console.say("note: %s", each));
      return Leftovers.of(session);
    } catch (IOException | IllegalArgumentException e) {
      console.say("note: %s", String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  private void listRejected(Catalog catalog) throws IOException {
    try (var rejections = catalog.rejections()) {
      if (format == Format.JSON) {
        try (var json = new JsonResult(console.out())) {
          rejections.forEach(r ->
              json.add(
                  Map.of(
                      "image",
                      r.uri(),
                      "item",
                      r.item(),
                      "reason",
                      r.reason().code(),
                      "detail",
                      r.detail())));
        }
      } else {
        rejections.forEach(
            r -> console.print("%-16s %s: %s", r.reason().code(), Paths.show(r.uri()), r.detail()));
      }
    }
  }

  private void printTable(Workspace workspace) throws IOException {
    var catalog = workspace.catalog();
    var counts = catalog.counts();
    var table = new Table("", "");
    table.row("workspace", workspace.folder());
    table.row("profile", catalog.setting("profile.name").orElse("none"));
    table.row("model", catalog.setting("model").orElse("none"));
    table.row("items", counts.items());
    table.row("photos", counts.accepted() + " (" + counts.photos() + " distinct)");
    if (counts.detailed() > 0) {
      table.row("details", counts.detailed() + " measured at native resolution");
    }
    table.row("rejected", total(counts) + (total(counts) == 0 ? "" : "  " + byReason(counts)));
    counts.embeddings().forEach((space, n) -> table.row("space " + space, n + " embeddings"));
    table.row("catalog", size(counts) + ", generation " + catalog.generation());
    decisions(catalog)
        .forEach((reason, n) -> table.row("curated", n + (n == 1 ? " item " : " items ") + reason));
    table.print(console.out());
  }

  private void printJson(Catalog catalog, List<LeftBehind> left) throws IOException {
    var counts = catalog.counts();
    var json = new LinkedHashMap<String, Object>();
    json.put("items", counts.items());
    json.put("accepted", counts.accepted());
    json.put("photos", counts.photos());
    json.put("detailed", counts.detailed());
    json.put("rejected", byReason(counts));
    json.put("spaces", counts.embeddings());
    json.put("bytes", counts.sizeBytes());
    json.put("generation", catalog.generation());
    json.put("curated", decisions(catalog));
    if (!left.isEmpty()) {
      json.put("left_behind", ReembedOutput.json(left));
    }
    JsonResult.print(console.out(), json);
  }

  /// Number of items by the reason of the decision on them.
  private static Map<String, Long> decisions(Catalog catalog) throws IOException {
    var byReason = new TreeMap<String, Long>();
    try (var decisions = catalog.decisions()) {
      decisions
          .filter(decision -> decision.uri().isEmpty())
          .map(StoredDecision::reason)
          .forEach(reason -> byReason.merge(reason, 1L, Long::sum));
    }
    return byReason;
  }

  private static Map<String, Long> byReason(Counts counts) {
    var byReason = new LinkedHashMap<String, Long>();
    counts.rejected().forEach((reason, n) -> byReason.put(reason.code(), n));
    return byReason;
  }

  private static long total(Counts counts) {
    return counts.rejected().values().stream().mapToLong(Long::longValue).sum();
  }

  private static String size(Counts counts) {
    double perPhoto = counts.photos() == 0 ? 0 : counts.sizeBytes() / (double) counts.photos();
    return String.format(
        java.util.Locale.ROOT, "%.1f MB, %.0f bytes a photo", counts.sizeBytes() / 1e6, perPhoto);
  }
}
