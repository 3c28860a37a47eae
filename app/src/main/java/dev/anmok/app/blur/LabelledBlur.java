package dev.anmok.app.blur;

import dev.anmok.app.source.BlurLabels;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Labelled photos, each measured once. Photos are read one at a time; of each its measures stay,
/// about a kilobyte with its label.
///
/// @param photos those that are sharp, flat or blurry by their labels, in the file's order
/// @param rejected photos that no picture came of
/// @param leftOut how many were left out because their label does not say whether they are blurred:
///   unsure, too dark, too bright
public record LabelledBlur(List<BlurPhoto> photos, List<Rejection> rejected, int leftOut) {
  /// Fewest blurry photos, and clear ones, that anything is chosen on.
  public static final int FEWEST = 10;

  /// A photo that no picture came of.
  ///
  /// @param reason a stable code
  public record Rejection(String uri, String reason, String detail) {}

  public LabelledBlur {
    photos = List.copyOf(photos);
    rejected = List.copyOf(rejected);
  }

  /// Measures the photos of some labels.
  public static LabelledBlur measure(BlurLabels labels, BlurEye eye, Progress progress) {
    var photos = new ArrayList<BlurPhoto>();
    var rejected = new ArrayList<Rejection>();
    var counted = labels.rows().stream().filter(row -> row.truth().counts()).toList();
    for (var row : counted) {
      switch (eye.look(row.uri())) {
        case BlurEye.Seen(_, var detail) -> photos.add(new BlurPhoto(row, detail.blur()));
        case BlurEye.Unusable(var reason, var detail) ->
            rejected.add(new Rejection(row.uri(), reason.code(), detail));
      }
      progress.report(photos.size() + rejected.size(), rejected.size(), counted.size());
    }
    return new LabelledBlur(photos, rejected, labels.rows().size() - counted.size());
  }

  /// How many are blurred.
  public long blurry() {
    return photos.stream().filter(BlurPhoto::blurry).count();
  }

  /// Refuses photos of one kind.
  ///
  /// @param of what they are the photos of, for the message
  /// @throws IOException if none is blurry, or all are
  public void requireBothKinds(String of) throws IOException {
    if (blurry() == 0 || blurry() == photos.size()) {
      throw new IOException(
          of
              + ": "
              + blurry()
              + " blurry of "
              + photos.size()
              + " photos that could be read; both kinds are needed");
    }
  }

  /// Refuses photos that are too few to choose anything on.
  ///
  /// @param of what they are the photos of, for the message
  /// @throws IOException if there are under [#FEWEST] of a kind
  public void requireEnough(String of) throws IOException {
    requireBothKinds(of);
    long clear = photos.size() - blurry();
    if (Math.min(blurry(), clear) < FEWEST) {
      throw new IOException(
          of
              + ": "
              + blurry()
              + " blurry and "
              + clear
              + " clear photos that something may be chosen on; at least "
              + FEWEST
              + " of each are needed, label more");
    }
  }
}
