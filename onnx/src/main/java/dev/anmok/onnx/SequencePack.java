package dev.anmok.onnx;

import dev.anmok.core.image.Captioner;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.text.Translator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A translator or a captioner in a folder: an encoder and a decoder that answers token by token.
/// `model.json` is read when the pack is opened; the models are loaded when asked for, after the
/// digests of their files have matched, and answer the pack's golden texts or are refused.
/// Immutable and thread-safe; holds no native resource itself.
public final class SequencePack implements Pack {
  private static final String NOTHING_KNOWN =
      "inputs and outputs have the expected names and shapes; none of its answers are known";

  private final SequenceManifest manifest;
  private final CheckedFiles files;
  private final Threads threads;

  private SequencePack(SequenceManifest manifest, CheckedFiles files, Threads threads) {
    this.manifest = manifest;
    this.files = files;
    this.threads = threads;
  }

  /// A pack in a folder. The folder may be a symbolic link, the files in it may not.
  ///
  /// @throws IOException if `model.json` breaks a rule or a file it lists is missing, of another
  ///   length, or a link; the message names file and key
  public static SequencePack open(Path folder, Threads threads) throws IOException {
    return open(PackContent.Folder.of(folder), threads);
  }

  static SequencePack open(PackContent content, Threads threads) throws IOException {
    var manifest = SequenceManifest.parse(content.where(), content.bytes(Manifest.FILE));
    return new SequencePack(manifest, CheckedFiles.of(content, manifest.files()), threads);
  }

  @Override
  public String id() {
    return manifest.identity().id();
  }

  @Override
  public String title() {
    return manifest.identity().title();
  }

  @Override
  public Licence licence() {
    return manifest.identity().licence();
  }

  /// [PackKind#TRANSLATOR] or [PackKind#CAPTIONER].
  public PackKind kind() {
    return switch (manifest.source()) {
      case SequenceManifest.Source.Words _ -> PackKind.TRANSLATOR;
      case SequenceManifest.Source.Picture _ -> PackKind.CAPTIONER;
    };
  }

  /// Languages of the texts it takes, as ISO 639-1 codes; none for a captioner.
  public List<String> from() {
    return manifest.languages().from();
  }

  /// Languages of the texts it gives, as ISO 639-1 codes.
  public List<String> to() {
    return manifest.languages().to();
  }

  @Override
  public long sizeBytes() {
    return files.sizeBytes();
  }

  @Override
  public List<String> files() {
    return files.names();
  }

  /// Loads the translator. Each call opens sessions of its own: share it between threads, and close
  /// it.
  ///
  /// @throws IOException if a digest, a shape or a golden translation does not match, or the pack
  ///   is a captioner
  public Translator translator() throws IOException {
    return openTranslator();
  }

  /// Loads the captioner. Each call opens sessions of its own: share it between threads, and close
  /// it.
  ///
  /// @throws IOException if a digest, a shape or the golden pattern does not match, or the pack is
  ///   a translator
  public Captioner captioner() throws IOException {
    return openCaptioner();
  }

  @Override
  public List<String> verify(ImageDecoder decoder) throws IOException {
    return new SequencePack(manifest, files.verified(), threads).check(decoder);
  }

  private List<String> check(ImageDecoder decoder) throws IOException {
    var lines = new ArrayList<String>();
    lines.add(files.said());
    switch (kind()) {
      case ENCODER, CLASSIFIER, CUTOUT ->
          throw new IllegalStateException("not a pack of this form");
      case TRANSLATOR -> {
        openTranslator().close();
        lines.add(
            golden().texts().isEmpty()
                ? NOTHING_KNOWN
                : golden().texts().size() + " texts have the stated tokens and translations");
      }
      case CAPTIONER -> {
        try (var captioner = openCaptioner()) {
          var golden = golden();
          for (var picture : golden.pictures()) {
            golden.check(picture, files.read(picture.file()), decoder, captioner);
          }
          if (golden.pattern().isEmpty()) {
            lines.add(NOTHING_KNOWN);
          } else {
            lines.add("the test pattern has the stated caption");
            lines.add(golden.pictures().size() + " pictures have the stated captions");
          }
        }
      }
    }
    return List.copyOf(lines);
  }

  OnnxTranslator openTranslator() throws IOException {
    if (!(manifest.source() instanceof SequenceManifest.Source.Words words)) {
      throw new IOException("the pack " + id() + " is a captioner, not a translator");
    }
    var source = tokens(words.tokenizer(), words.maxLength());
    try {
      var target =
          tokens(manifest.decoder().tokenizer(), manifest.decoder().decoding().maxLength());
      try {
        var model = model(words.file(), words.output(), true);
        var translator = new OnnxTranslator(manifest, words, source, target, model);
        return checked(translator);
      } catch (IOException | RuntimeException e) {
        target.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private OnnxTranslator checked(OnnxTranslator translator) throws IOException {
    try {
      golden().check(translator);
      return translator;
    } catch (IOException | RuntimeException e) {
      translator.closeModel();
      throw e;
    }
  }

  OnnxCaptioner openCaptioner() throws IOException {
    if (!(manifest.source() instanceof SequenceManifest.Source.Picture(var side))) {
      throw new IOException("the pack " + id() + " is a translator, not a captioner");
    }
    var target = tokens(manifest.decoder().tokenizer(), manifest.decoder().decoding().maxLength());
    try {
      var captioner =
          new OnnxCaptioner(manifest, side, target, model(side.file(), side.output(), false));
      try {
        golden().check(captioner);
        return captioner;
      } catch (IOException | RuntimeException e) {
        captioner.closeModel();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      target.close();
      throw e;
    }
  }

  private SequenceGolden golden() throws IOException {
    if (manifest.golden().isEmpty()) {
      return SequenceGolden.unknown(files.content().where());
    }
    return SequenceGolden.parse(named(manifest.golden()), files.read(manifest.golden()));
  }

  private Tokens tokens(String file, int maxLength) throws IOException {
    var rule =
        new TextSide.TokenRule(
            Canonical.NONE, maxLength, false, 0, manifest.decoder().decoding().ids().end());
    return Tokens.open(named(file), files.read(file), rule);
  }

  private SequenceModel model(String file, String output, boolean masked) throws IOException {
    var encoder = tower(file);
    try {
      var states = encoder.outputs().get(output);
      if (states == null) {
        throw new IOException(encoder.name() + ": there is no output " + output);
      }
      var first = tower(manifest.decoder().first());
      try {
        var later = tower(manifest.decoder().later());
        var decoder = DecoderTowers.of(first, later, masked);
        return new SequenceModel(encoder, output, decoder, manifest.decoder().decoding());
      } catch (IOException | RuntimeException e) {
        first.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  private Tower tower(String file) throws IOException {
    return Tower.open(named(file), files.model(file), threads);
  }

  private String named(String file) {
    return file + " of " + files.content().where();
  }

  @Override
  public String toString() {
    return "SequencePack[" + id() + "]";
  }
}
