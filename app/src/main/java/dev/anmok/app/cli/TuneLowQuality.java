package dev.anmok.app.cli;

import dev.anmok.app.album.AlbumContext;
import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.LabelledQuality;
import dev.anmok.app.album.LowQualityCriteria;
import dev.anmok.app.album.LowQualityJob;
import dev.anmok.app.album.LowQualityOptions;
import dev.anmok.app.profile.Album;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.curate.Criterion;
import dev.anmok.core.curate.PixelMeasure;
import dev.anmok.core.evaluate.FaultThreshold;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `anmok tune low-quality`: proposes a threshold for each criterion from labelled photos.
final class TuneLowQuality {
  static final String LENS = "low-quality";
  private static final MathContext DIGITS = new MathContext(4);

  private final Console console;
  private final Session session;
  private final Album album;
  private final Calibrations calibrations;

  TuneLowQuality(Console console, Session session) {
    this.console = console;
    this.session = session;
    this.album = session.profile().album().orElseGet(Profiles::shippedAlbum);
    this.calibrations = new Calibrations(session.workspace().catalog(), session.pack());
  }

  void run(@Nullable Path labels, double precision, double falseAlarms, boolean save)
      throws IOException {
    if (labels == null) {
      throw new UsageException("tune low-quality needs --labels FILE");
    }
    if (!(falseAlarms >= 0 && falseAlarms <= 1)) {
      throw new UsageException("--false-alarms must be 0..1, was " + falseAlarms);
    }
    var labelled = read(labels);
    var table =
        new Table("criterion", "present", "proposed", "precision", "recall", "false alarms");
    var proposed = new LinkedHashMap<String, Double>();
    var criteria = labelled.photos().getFirst().verdict().findings();
    for (int i = 0; i < criteria.size(); i++) {
      var criterion = criteria.get(i).criterion();
      var found = find(labelled, i, criterion, precision, falseAlarms);
      found.ifPresent(each -> proposed.put(criterion.name(), each.threshold()));
      row(table, criterion, found);
    }
    table.print(console.out());
    if (save) {
      save(proposed);
    }
  }

  private LabelledQuality read(Path labels) throws IOException {
    try (var texts = session.pack().texts()) {
      var heads = session.workspace().folder().resolve("heads");
      var context = new AlbumContext(album, session.pack(), texts, calibrations, heads);
      var judge = LowQualityJob.bind(context).judge(LowQualityOptions.DEFAULT);
      var photos = AlbumPhotos.in(session.workspace().catalog(), session.pack().space());
      var labelled = LabelledQuality.read(labels, photos, judge);
      if (labelled.missing() > 0) {
        console.say("note: %d labelled photos are not in the workspace", labelled.missing());
      }
      return labelled;
    }
  }

  /// The threshold to four significant digits, with the figures of just that.
  private static Optional<FaultThreshold> find(
      LabelledQuality labelled,
      int place,
      Criterion criterion,
      double precision,
      double falseAlarms) {
    var values = labelled.values(place);
    return FaultThreshold.find(values, criterion.bound(), precision, falseAlarms)
        .map(found -> new BigDecimal(found.threshold()).round(DIGITS).doubleValue())
        .map(rounded -> FaultThreshold.at(rounded, values, criterion.bound()));
  }

  private static void row(Table table, Criterion criterion, Optional<FaultThreshold> found) {
    var present =
        criterion.threshold().isPresent()
            ? Figures.number(criterion.threshold().getAsDouble())
            : Figures.NONE;
    table.row(
        criterion.name(),
        present,
        found.map(each -> Figures.number(each.threshold())).orElse(Figures.NONE),
        found.map(each -> Figures.share(each.precision())).orElse(Figures.NONE),
        found.map(each -> Figures.share(each.recall())).orElse(Figures.NONE),
        found.map(each -> Figures.share(each.falseAlarms())).orElse(Figures.NONE));
  }

  private void save(Map<String, Double> proposed) throws IOException {
    var pixels =
        Stream.of(PixelMeasure.values()).map(PixelMeasure::code).collect(Collectors.toSet());
    var ofPixels = new LinkedHashMap<>(proposed);
    ofPixels.keySet().retainAll(pixels);
    var ofPrompts = new LinkedHashMap<>(proposed);
    ofPrompts.keySet().removeAll(pixels);
    calibrations.save(LowQualityCriteria.pixelsKey(), ofPixels);
    if (album.lowQuality().lens().isPresent()) {
      calibrations.save(LowQualityCriteria.key(album.lowQuality().lens().get()), ofPrompts);
    }
    console.say("saved: this workspace now uses %d proposed thresholds", proposed.size());
  }
}
