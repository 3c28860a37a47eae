package dev.anmok.onnx;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the model of a pack does, the key `kind` of its `model.json`; a pack that does not say is
/// an encoder.
public enum PackKind {
  /// Pictures and texts to vectors.
  ENCODER,
  /// Texts of one language to texts of another.
  TRANSLATOR,
  /// Pictures to texts.
  CAPTIONER,
  /// Pictures to the probabilities of labels.
  CLASSIFIER,
  /// Photos to masks of their subjects.
  CUTOUT;

  private static final String KEY = "kind";

  /// The kind as it is written.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PackKind of(PackJson top) throws IOException {
    var code = top.text(KEY, ENCODER.code());
    for (var kind : values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw top.wrong(
        KEY, Arrays.stream(values()).map(PackKind::code).collect(Collectors.joining(", ")));
  }

  /// The kind that a pack states before anything else of it is read.
  static PackKind of(PackContent content) throws IOException {
    var file = Manifest.FILE + " of " + content.where();
    return of(PackJson.parse(file, content.bytes(Manifest.FILE)));
  }

  /// Refuses a pack of another kind.
  void require(PackJson top) throws IOException {
    var kind = of(top);
    if (kind != this) {
      throw new IOException(top.wrong(KEY, code()).getMessage());
    }
  }
}
