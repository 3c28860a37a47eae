package dev.anmok.onnx;

import dev.anmok.onnx.Manifest.Identity;
import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The content of `model.json` of a translator or a captioner.
///
/// @param identity who it is
/// @param languages what goes in and comes out
/// @param source how an input reaches the encoder
/// @param decoder what makes the tokens
/// @param golden file with the expected answers; empty where none are known
/// @param files every other file of the pack, by name
record SequenceManifest(
    Identity identity,
    Languages languages,
    Source source,
    DecoderSide decoder,
    String golden,
    Map<String, PackFile> files) {

  /// ISO 639-1 codes.
  ///
  /// @param from of the texts it takes; empty for pictures
  /// @param to of the texts it gives
  record Languages(List<String> from, List<String> to) {}

  /// The encoder.
  sealed interface Source {
    /// The encoder of texts.
    ///
    /// @param file the ONNX file
    /// @param tokenizer the tokenizer of the source language
    /// @param inputIds name of the input with token ids, int64 `[N, L]`
    /// @param attentionMask name of the input that is 1 where a token is, int64 `[N, L]`
    /// @param output name of the output, float `[N, L, width]`
    /// @param maxLength most tokens of a text, the rest is cut off
    record Words(
        String file,
        String tokenizer,
        String inputIds,
        String attentionMask,
        String output,
        int maxLength)
        implements Source {}

    /// The encoder of pictures.
    record Picture(ImageSide side) implements Source {}
  }

  /// The decoder, in two files.
  ///
  /// @param first makes the first token and the key-value cache
  /// @param later makes every later token
  /// @param tokenizer the tokenizer of the target language
  record DecoderSide(String first, String later, String tokenizer, Decoding decoding) {}

  static SequenceManifest parse(String where, byte[] json) throws IOException {
    var file = Manifest.FILE + " of " + where;
    var top = PackJson.parse(file, json);
    return switch (PackKind.of(top)) {
      case ENCODER, CLASSIFIER, CUTOUT -> throw top.wrong("kind", "translator or captioner");
      case TRANSLATOR -> {
        only(top, "from", "to", "text");
        var languages = new Languages(codes(top, "from"), codes(top, "to"));
        yield parse(file, top, languages, words(top.object("text")));
      }
      case CAPTIONER -> {
        only(top, "languages", "image");
        var languages = new Languages(List.of(), codes(top, "languages"));
        var side = ImageSide.parse(top.object("image"));
        yield parse(file, top, languages, new Source.Picture(side));
      }
    };
  }

  private static void only(PackJson top, String... own) throws IOException {
    var all = new java.util.ArrayList<>(List.of("format", "kind", "id", "title", "licence"));
    all.addAll(List.of(own));
    all.addAll(List.of("decoder", "decoding", "golden", "files"));
    top.only(all.toArray(String[]::new));
    top.whole("format", Manifest.FORMAT);
  }

  private static SequenceManifest parse(
      String file, PackJson top, Languages languages, Source source) throws IOException {
    var json = top.object("decoder");
    json.only("first", "later", "tokenizer");
    var decoder =
        new DecoderSide(
            json.text("first"),
            json.text("later"),
            json.text("tokenizer"),
            Decoding.parse(top.object("decoding")));
    var manifest =
        new SequenceManifest(
            Identity.parse(top),
            languages,
            source,
            decoder,
            top.text("golden", ""),
            Manifest.files(file, top.object("files")));
    switch (source) {
      case Source.Words words -> {
        manifest.require(file, "text.file", words.file());
        manifest.require(file, "text.tokenizer", words.tokenizer());
      }
      case Source.Picture(var side) -> manifest.require(file, "image.file", side.file());
    }
    manifest.require(file, "decoder.first", decoder.first());
    manifest.require(file, "decoder.later", decoder.later());
    manifest.require(file, "decoder.tokenizer", decoder.tokenizer());
    if (!manifest.golden().isEmpty()) {
      manifest.require(file, "golden", manifest.golden());
    }
    return manifest;
  }

  private void require(String file, String key, String name) throws IOException {
    CheckedFiles.require(files, file, key, name);
  }

  private static List<String> codes(PackJson top, String key) throws IOException {
    var codes = top.texts(key);
    if (codes.isEmpty() || !codes.stream().allMatch(code -> code.matches("[a-z]{2,3}"))) {
      throw top.wrong(key, "a list of ISO 639-1 codes such as ko");
    }
    return codes;
  }

  private static Source.Words words(PackJson json) throws IOException {
    json.only("file", "tokenizer", "input_ids", "attention_mask", "output", "max_length");
    return new Source.Words(
        json.text("file"),
        json.text("tokenizer"),
        json.text("input_ids"),
        json.text("attention_mask"),
        json.text("output"),
        (int) json.whole("max_length", new Range(1, 1024)));
  }
}
