package dev.anmok.app.blur;

import dev.anmok.core.image.BlurPlan;
import dev.anmok.core.image.Recompression;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.quality.BlurTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Labelled copies of sharp photos. One photo is held at a time with one copy of it; of a copy its
/// measures stay.
///
/// @param plan which copies are made
/// @param eye reads photos and measures copies
/// @param jpeg what saving a copy does to it
/// @param keepOrNull folder where copies are kept as JPEGs with their labels in [#LABELS], to look
///   at and to evaluate methods on; null for nowhere
public record SyntheticBlur(
    BlurPlan plan, BlurEye eye, Recompression jpeg, @Nullable Path keepOrNull) {
  /// File of the labels of kept copies, in the form that [dev.anmok.app.source.BlurLabels] reads.
  public static final String LABELS = "labels.csv";

  private static final int KEPT_QUALITY = 97;

  /// A sharp photo.
  ///
  /// @param uri where it lies
  /// @param group what it belongs to
  public record Sharp(String uri, String group) {}

  /// What came of it.
  ///
  /// @param rejected photos that no picture came of
  public record Made(List<BlurExample> examples, List<LabelledBlur.Rejection> rejected) {}

  /// Makes the copies.
  ///
  /// @throws IOException if copies are to be kept and cannot be written
  public Made make(List<Sharp> photos, Progress progress) throws IOException {
    var examples = new ArrayList<BlurExample>();
    var rejected = new ArrayList<LabelledBlur.Rejection>();
    if (keepOrNull != null) {
      Files.createDirectories(keepOrNull);
    }
    var labels = new StringBuilder("path,label,kind,group\n");
    int done = 0;
    for (var photo : photos) {
      switch (eye.look(photo.uri())) {
        case BlurEye.Unusable(var reason, var detail) ->
            rejected.add(new LabelledBlur.Rejection(photo.uri(), reason.code(), detail));
        case BlurEye.Seen seen -> copies(photo, done, seen, examples, labels);
      }
      progress.report(++done, rejected.size(), photos.size());
    }
    if (keepOrNull != null) {
      Files.writeString(keepOrNull.resolve(LABELS), labels);
    }
    return new Made(List.copyOf(examples), List.copyOf(rejected));
  }

  private void copies(
      Sharp photo, int number, BlurEye.Seen seen, List<BlurExample> examples, StringBuilder labels)
      throws IOException {
    var picture = seen.picture();
    // by its file's name alone, so that a set is the same wherever the photos lie
    var name = "" + Path.of(photo.uri()).getFileName();
    var copies = plan.of(name, picture.width(), picture.height());
    for (int i = 0; i < copies.size(); i++) {
      var copy = copies.get(i);
      var made = copy.of(picture, jpeg);
      if (keepOrNull != null) {
        var file = "%06d-%02d-%s.jpg".formatted(number, i, copy.kind());
        Files.write(keepOrNull.resolve(file), jpeg.writer().jpeg(made, KEPT_QUALITY));
        var truth = copy.blurry() ? "blurry" : "sharp";
        labels.append("%s,%s,%s,photo-%d\n".formatted(file, truth, copy.kind(), number));
      }
      var example = new BlurTraining.Example(eye.measure(made).blur(), copy.blurry());
      examples.add(new BlurExample(photo.group(), copy.kind(), example));
    }
  }
}
