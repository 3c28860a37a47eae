package dev.anmok.onnx;

import dev.anmok.core.text.Translation;
import dev.anmok.core.text.Translation.Reason;
import dev.anmok.core.text.TranslationCheck;
import dev.anmok.core.text.Translator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// A pack's translator. Texts are translated one after the other on the caller's thread; the number
/// of steps is bounded by the pack's greatest length.
final class OnnxTranslator implements Translator {
  private final SequenceManifest manifest;
  private final SequenceManifest.Source.Words words;
  private final Tokens source;
  private final Tokens target;
  private final SequenceModel model;

  /// Takes tokenizers and model over.
  OnnxTranslator(
      SequenceManifest manifest,
      SequenceManifest.Source.Words words,
      Tokens source,
      Tokens target,
      SequenceModel model) {
    this.manifest = manifest;
    this.words = words;
    this.source = source;
    this.target = target;
    this.model = model;
  }

  @Override
  public String id() {
    return manifest.identity().id();
  }

  @Override
  public List<Translation> translate(List<String> texts, String from, String to) {
    var all = new ArrayList<Translation>(texts.size());
    for (var text : texts) {
      all.add(translate(text, from, to));
    }
    return List.copyOf(all);
  }

  private Translation translate(String text, String from, String to) {
    var languages = manifest.languages();
    if (!languages.from().contains(from) || !languages.to().contains(to)) {
      return new Translation.Failed(
          Reason.UNSUPPORTED,
          "%s translates from %s to %s, not from %s to %s"
              .formatted(id(), languages.from(), languages.to(), from, to));
    }
    if (text.isBlank()) {
      return new Translation.Failed(Reason.EMPTY, "there is nothing to translate");
    }
    var translated = text(found(text));
    return TranslationCheck.problem(text, translated, to)
        .<Translation>map(problem -> new Translation.Failed(Reason.RUBBISH, problem))
        .orElseGet(() -> new Translation.Translated(translated));
  }

  /// The token ids that a text becomes.
  long[] ids(String text) {
    return source.ids(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  Decoding.Found found(String text) {
    return model.ofText(words.inputIds(), words.attentionMask(), ids(text));
  }

  String text(Decoding.Found found) {
    return target.text(found.ids());
  }

  SequenceModel model() {
    return model;
  }

  SequenceManifest.Source.Words words() {
    return words;
  }

  void closeModel() {
    model.close();
  }

  @Override
  public void close() {
    model.close();
    source.close();
    target.close();
  }
}
