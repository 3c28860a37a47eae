package dev.anmok.app.cli;

import dev.anmok.app.album.AlbumContext;
import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.DuplicatesAnswer;
import dev.anmok.app.album.DuplicatesJob;
import dev.anmok.app.album.DuplicatesOptions;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.source.DuplicateFile;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Models;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.GroupAgreement;
import dev.anmok.core.evaluate.Proportion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok evaluate duplicates`: pairs found against pairs known.
@Command(
    name = "duplicates",
    description = "Precision and recall of pairs of duplicates, level by level.")
final class EvaluateDuplicates implements Callable<Integer> {
  private final Console console;
  @ParentCommand private EvaluateCommand evaluate = new EvaluateCommand();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "CSV with uri,group or uri_a,uri_b; a photo without group or partner is single")
  private Path data = Path.of("");

  @Option(
      names = "--threshold",
      paramLabel = "COSINE",
      description = "thresholds for similar photos to try (default: the profile's, or the space's)")
  private List<Double> thresholds = List.of();

  @Option(names = "--profile", paramLabel = "NAME|FILE", description = "default: album")
  private String profile = "album";

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  EvaluateDuplicates(Console console) {
    this.console = console;
  }

  /// One way of finding duplicates and how well it did.
  private record Line(String way, GroupAgreement agreement, double lowest) {}

  @Override
  public Integer call() throws IOException {
    if (thresholds.stream().anyMatch(t -> !(t >= -1 && t <= 1))) {
      throw new UsageException("--threshold must be a number from -1 to 1");
    }
    var known = DuplicateFile.read(data);
    var pack = Models.embedded();
    var album = Profiles.load(profile).album().orElseGet(Profiles::shippedAlbum);
    var photos = AlbumInput.appraise(pack, console, known.keySet().stream().map(Path::of).toList());
    var calibrations = new Calibrations(null, pack);
    try (var texts = pack.texts()) {
      var job =
          DuplicatesJob.bind(
              new AlbumContext(
                  album, pack, texts, calibrations, evaluate.root().workspace().resolve("heads")));
      print(lines(job, photos, known));
    }
    return 0;
  }

  private List<Line> lines(DuplicatesJob job, List<AlbumPhoto> photos, Map<String, String> known)
      throws IOException {
    var lines = new ArrayList<Line>();
    lines.add(line(job, photos, known, Map.of("method", "default", "level", "exact")));
    lines.add(line(job, photos, known, Map.of("method", "default", "level", "near")));
    var similar = new LinkedHashMap<>(Map.of("method", "default", "level", "similar"));
    if (thresholds.isEmpty()) {
      lines.add(line(job, photos, known, similar));
    }
    for (double threshold : thresholds) {
      similar.put("threshold", Double.toString(threshold));
      lines.add(line(job, photos, known, similar));
    }
    lines.add(
        line(job, photos, known, Map.of("method", "dbscan", "eps", "0.1", "min-samples", "2")));
    return lines;
  }

  private Line line(
      DuplicatesJob job,
      List<AlbumPhoto> photos,
      Map<String, String> known,
      Map<String, String> settings)
      throws IOException {
    var answer =
        job.answer(
            AlbumPhotos.of(photos),
            DuplicatesOptions.read(name -> Optional.ofNullable(settings.get(name))));
    var found = new HashMap<String, @Nullable String>();
    photos.forEach(photo -> found.put(photo.uri(), null));
    answer.groups().forEach(group -> group.uris().forEach(uri -> found.put(uri, group.id())));
    var truth = new ArrayList<@Nullable String>();
    var guess = new ArrayList<@Nullable String>();
    for (var photo : photos) {
      var group = known.getOrDefault(photo.uri(), "");
      truth.add(group.isEmpty() ? null : group);
      guess.add(found.get(photo.uri()));
    }
    return new Line(way(settings, answer), GroupAgreement.of(truth, guess), lowest(photos, answer));
  }

  private static String way(Map<String, String> settings, DuplicatesAnswer answer) {
    var level = settings.get("level");
    if (level == null) {
      return "dbscan 0.1/2";
    }
    return level.equals("similar")
        ? String.format(Locale.ROOT, "similar %.3f", answer.rule().similarCosine())
        : level;
  }

  /// The lowest cosine of two members of one group; 1 if there are no groups.
  private static double lowest(List<AlbumPhoto> photos, DuplicatesAnswer answer) {
    var vectors = new HashMap<String, Embedding>();
    photos.forEach(photo -> vectors.put(photo.uri(), photo.embedding()));
    double lowest = 1;
    for (var group : answer.groups()) {
      var members = group.uris().stream().map(vectors::get).toList();
      for (int i = 0; i < members.size(); i++) {
        for (int j = 0; j < i; j++) {
          lowest = Math.min(lowest, members.get(i).cosine(members.get(j)));
        }
      }
    }
    return lowest;
  }

  private void print(List<Line> lines) {
    if (format == Format.JSON) {
      try (var json = new JsonResult(console.out())) {
        lines.forEach(line -> json.add(json(line)));
      }
      return;
    }
    var table =
        new Table("found by", "pairs", "precision", "95 %", "recall", "95 %", "lowest cosine");
    for (var line : lines) {
      var precision = line.agreement().precision();
      var recall = line.agreement().recall();
      table.row(
          line.way(),
          precision.trials(),
          number(precision.share()),
          interval(precision),
          number(recall.share()),
          interval(recall),
          number(line.lowest()));
    }
    table.print(console.out());
    console.say(
        "pairs of one group are not independent: the intervals are too narrow for few groups");
  }

  private static Map<String, Object> json(Line line) {
    var json = new LinkedHashMap<String, Object>();
    json.put("way", line.way());
    json.put("precision", json(line.agreement().precision()));
    json.put("recall", json(line.agreement().recall()));
    json.put("lowest_cosine", line.lowest());
    return json;
  }

  private static Map<String, Object> json(Proportion share) {
    var json = new LinkedHashMap<String, Object>();
    json.put("share", share.share());
    json.put("low", share.low());
    json.put("high", share.high());
    json.put("pairs", share.trials());
    return json;
  }

  private static String interval(Proportion share) {
    return number(share.low()) + ".." + number(share.high());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
