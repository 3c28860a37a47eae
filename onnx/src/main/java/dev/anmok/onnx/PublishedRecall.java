package dev.anmok.onnx;

import java.io.IOException;

/// How well others found a model to retrieve pictures by texts of a language.
///
/// @param language ISO 639-1 code of the texts
/// @param percent 0..100
/// @param of what was measured, for example `text to image, recall at 10, MS-COCO`
/// @param source who says so
public record PublishedRecall(String language, double percent, String of, String source) {
  static PublishedRecall parse(PackJson json) throws IOException {
    json.only("language", "percent", "of", "source");
    return new PublishedRecall(
        json.text("language"),
        json.number("percent", new PackJson.Range(0, 100)),
        json.text("of"),
        json.text("source"));
  }
}
