package dev.anmok.app.cli;

import dev.anmok.app.cutout.CutoutTrial;
import dev.anmok.app.cutout.Segmenters;
import dev.anmok.app.cutout.TrialLook;
import dev.anmok.app.json.ShareJson;
import dev.anmok.app.json.Tree;
import dev.anmok.app.source.ItemPhotosFile;
import dev.anmok.app.workspace.Models;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.cutout.Backdrop;
import dev.anmok.core.cutout.CutoutRule;
import dev.anmok.core.cutout.CutoutTally;
import dev.anmok.core.cutout.Framing;
import dev.anmok.core.evaluate.Latency;
import dev.anmok.core.evaluate.TopRanks;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok evaluate cutout`: whether cutting photos out finds more products.
@Command(
    name = "cutout",
    description = {
      "Top-1 and top-5 accuracy of photo search with photos as they are, cut out, and fused,",
      "for each backdrop and framing, and by category. --queries and --targets are CSV files with",
      "the columns uri, item and perhaps category."
    })
final class EvaluateCutout implements Callable<Integer> {
  private final Console console;
  @ParentCommand private EvaluateCommand evaluate = new EvaluateCommand();

  @Option(
      names = "--queries",
      required = true,
      paramLabel = "FILE",
      description = "photos to search by, each with the item that it should find")
  private Path queries = Path.of("");

  @Option(
      names = "--targets",
      required = true,
      paramLabel = "FILE",
      description = "photos of the items to be found")
  private Path targets = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "a cut-out pack, or grabcut (default: a pack if there is one)")
  private @Nullable String model;

  @Option(names = "--encoder", paramLabel = "ID", description = "default: anmok-mini")
  private String encoder = ModelPack.EMBEDDED;

  @Option(
      names = "--backdrop",
      paramLabel = "#RRGGBB",
      description = "colours to try, one or more (default: #ffffff)")
  private List<String> backdrops = List.of(Backdrop.WHITE.code());

  @Option(
      names = "--any",
      description = "believe every mask (default: the rule that profiles have)")
  private boolean any;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  EvaluateCutout(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var asked = ItemPhotosFile.read(queries);
    var known = ItemPhotosFile.read(targets);
    var looks = looks();
    var segmenters = new Segmenters(Models.in(evaluate.workspace()));
    var chosen = model == null ? segmenters.preferred() : model;
    var pack = Models.find(evaluate.workspace(), encoder);
    try (var segmenter = segmenters.open(chosen);
        var images = pack.images();
        var line = new ProgressLine(console, "looking")) {
      var trial =
          new CutoutTrial(
              PhotoDecoder.open(DecodeLimits.DEFAULT),
              images,
              segmenter,
              any ? CutoutRule.ANY : CutoutRule.DEFAULT,
              looks);
      var done = new AtomicLong();
      long total = (long) asked.size() + known.size();
      var findings =
          trial.run(
              asked,
              known,
              more -> {
                synchronized (line) {
                  line.report(done.addAndGet(more), 0, total);
                }
              });
      print(findings, segmenter.id());
    }
    return 0;
  }

  private List<TrialLook> looks() {
    var looks = new ArrayList<TrialLook>();
    for (var text : backdrops) {
      var colour = UsageException.reading("--backdrop", () -> Backdrop.parse(text));
      for (var framing : Framing.values()) {
        looks.add(new TrialLook(colour, framing));
      }
    }
    return looks;
  }

  private void print(CutoutTrial.Findings findings, String segmenter) {
    var original = findings.ways().getOrDefault(CutoutTrial.ORIGINAL, new TopRanks(List.of()));
    if (format == Format.JSON) {
      json(findings, segmenter, original);
      return;
    }
    console.print(
        "%d queries, photos embedded by %s, masks by %s",
        original.ranks().size(), encoder, segmenter);
    var table = new Table("way", "top-1", "gain", "top-5", "gain (95 %)");
    findings
        .ways()
        .forEach((way, ranks) ->
            table.row(
                way,
                Figures.share(ranks.within(1)),
                Figures.points(ranks.gain(original, 1)),
                Figures.share(ranks.within(5)),
                Figures.points(ranks.gain(original, 5))));
    table.print(console.out());
    console.print("%nqueries: %s", findings.queries().words());
    console.print("targets: %s", findings.targets().words());
    time("one mask", findings.maskTime());
    time("one vector", findings.encodeTime());
    categories(findings);
  }

  private void time(String what, Latency time) {
    console.print(
        "%s: p50 %.1f ms, p95 %.1f ms of processor time", what, time.p50Millis(), time.p95Millis());
  }

  private static List<String> named(CutoutTrial.Findings findings) {
    return findings.categories().stream().filter(c -> !c.isEmpty()).distinct().sorted().toList();
  }

  /// Top-5 of each way by category.
  private void categories(CutoutTrial.Findings findings) {
    var names = named(findings);
    if (names.isEmpty()) {
      return;
    }
    var ways = List.copyOf(findings.ways().keySet());
    var columns = new ArrayList<String>(List.of("top-5 by category", "queries"));
    columns.addAll(ways);
    var table = new Table(columns.toArray(String[]::new));
    for (var name : names) {
      var row = new ArrayList<Object>();
      row.add(name);
      row.add(findings.of(CutoutTrial.ORIGINAL, name).ranks().size());
      ways.forEach(way -> row.add(Figures.number(findings.of(way, name).within(5).share())));
      table.row(row.toArray());
    }
    console.print("");
    table.print(console.out());
  }

  private void json(CutoutTrial.Findings findings, String segmenter, TopRanks original) {
    var ways = Tree.empty();
    findings
        .ways()
        .forEach((way, ranks) -> {
          var gain = ranks.gain(original, 5);
          var categories = Tree.empty();
          named(findings)
              .forEach(
                  name -> categories.and(name, ShareJson.of(findings.of(way, name).within(5))));
          ways.and(
              way,
              Tree.of("top1", ShareJson.of(ranks.within(1)))
                  .and("top5", ShareJson.of(ranks.within(5)))
                  .and("top5_gain", List.of(gain.value(), gain.low(), gain.high()))
                  .and("top5_by_category", categories.map())
                  .map());
        });
    JsonResult.print(
        console.out(),
        Tree.of("encoder", encoder)
            .and("segmenter", segmenter)
            .and("ways", ways.map())
            .and("queries", counts(findings.queries()))
            .and("targets", counts(findings.targets()))
            .and("mask_p50_ms", findings.maskTime().p50Millis())
            .and("mask_p95_ms", findings.maskTime().p95Millis())
            .map());
  }

  private static Map<String, Object> counts(CutoutTally tally) {
    var counts = Tree.of("cut", tally.cut());
    tally.kept().forEach((reason, count) -> counts.and(reason.code(), count));
    return counts.map();
  }
}
