package dev.anmok.app.cli;

import dev.anmok.app.blur.BlurEye;
import dev.anmok.app.blur.LabelledBlur;
import dev.anmok.app.blur.Networks;
import dev.anmok.app.blur.OpenNet;
import dev.anmok.app.source.BlurLabels;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.PhotoFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the photos of a labels file lie, and what happens where they do not.
final class BlurLabelOptions {
  private static final int NAMED = 3;

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "folder that the paths are relative to (default: that of the labels file)")
  private @Nullable Path photos;

  @Option(
      names = "--skip-missing",
      description = "go on without labelled photos that are not there")
  private boolean skipMissing;

  /// Whether any of them was given.
  boolean given() {
    return photos != null || skipMissing;
  }

  /// Reads the labels; says what is odd about them.
  ///
  /// @throws IOException if the file is not right, or photos are missing
  BlurLabels read(Path file, Console console) throws IOException {
    if (photos != null && !Files.isDirectory(photos)) {
      throw new UsageException("--photos " + photos + ": no such folder");
    }
    var beside = file.toAbsolutePath().getParent();
    var folder = photos != null ? photos : beside == null ? Path.of("") : beside;
    var labels = BlurLabels.read(file, folder);
    if (labels.repeated() > 0) {
      console.say(
          "note: %d rows of %s say the same of a photo as an earlier row", labels.repeated(), file);
    }
    var missing = labels.missing();
    if (missing.isEmpty()) {
      return labels;
    }
    var names = String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())));
    var more = missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "";
    var what =
        file
            + ": "
            + missing.size()
            + " of "
            + labels.rows().size()
            + " photos are not there: "
            + names
            + more;
    if (!skipMissing) {
      throw new IOException(
          what + "; say where they lie with --photos DIR, or go on without by --skip-missing");
    }
    console.say("left out: %s", what);
    var left = labels.without(new HashSet<>(missing));
    if (left.rows().isEmpty()) {
      throw new IOException(file + ": none of its photos is there");
    }
    return left;
  }

  /// Measures labelled photos and says which could not be.
  static LabelledBlur measure(BlurLabels labels, Console console) {
    try (@Nullable OpenNet net = Networks.shipped().orElse(null);
        var line = new ProgressLine(console, "measuring")) {
      var measured = LabelledBlur.measure(labels, eye(net), line);
      for (var rejection : measured.rejected()) {
        console.say(
            "left out: %s: %s: %s", rejection.uri(), rejection.reason(), rejection.detail());
      }
      if (measured.leftOut() > 0) {
        console.say(
            "left out: %d photos labelled unsure, too dark or too bright", measured.leftOut());
      }
      return measured;
    }
  }

  /// What photos are looked at with.
  static BlurEye eye(@Nullable OpenNet net) {
    var limits = DecodeLimits.DEFAULT;
    return new BlurEye(
        new PhotoFiles(limits.maxBytes()),
        PhotoDecoder.open(limits),
        net == null ? null : net.net());
  }
}
