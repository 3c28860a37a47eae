package dev.anmok.app.workspace;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.text.Language;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A text tower for the prompts of a lens: it refuses those in a language that the model does not
/// know, whose vectors would mean nothing.
public final class PromptTexts implements TextEncoder {
  private final TextEncoder encoder;
  private final ModelPack pack;
  private final String lens;

  private PromptTexts(TextEncoder encoder, ModelPack pack, String lens) {
    this.encoder = encoder;
    this.pack = pack;
    this.lens = lens;
  }

  /// A tower that somebody else keeps open and closes.
  ///
  /// @param pack whose tower it is
  /// @param lens whose prompts are encoded, for messages
  public static TextEncoder of(TextEncoder encoder, ModelPack pack, String lens) {
    return new PromptTexts(encoder, pack, lens);
  }

  /// A lens has prompts in a language that the model does not know.
  public static final class UnknownLanguageException extends IOException {
    private static final long serialVersionUID = 1;

    UnknownLanguageException(String message) {
      super(message);
    }
  }

  @Override
  public VectorSpace space() {
    return encoder.space();
  }

  @Override
  public double logitScale() {
    return encoder.logitScale();
  }

  /// @throws UncheckedIOException with an [UnknownLanguageException] if a text is refused
  @Override
  public List<Embedding> encode(List<String> texts) {
    for (var text : texts) {
      if (!pack.languages().containsAll(Language.of(text).codes())) {
        throw new UncheckedIOException(refused(text));
      }
    }
    return encoder.encode(texts);
  }

  private UnknownLanguageException refused(String text) {
    var known =
        pack.languages().stream()
            .map(code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH))
            .collect(Collectors.joining(", "));
    return new UnknownLanguageException(
        "'%s' cannot be asked of the model %s, which knows %s: too few of its prompts are in that, such as '%s'; add some to the profile, or use another model"
            .formatted(lens, pack.id(), known, text));
  }

  @Override
  public void close() {}
}
