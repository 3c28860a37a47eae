package dev.anmok.app.words;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.anmok.core.text.Translation;
import dev.anmok.core.text.Translator;
import java.util.ArrayList;
import java.util.List;

/// A translator that remembers the translations asked for last; failures are not remembered.
/// Memory: at most [#MAX_TEXTS] texts of up to [#MAX_LENGTH] characters with their translations.
public final class CachedTranslator implements Translator {
  static final int MAX_TEXTS = 10_000;
  static final int MAX_LENGTH = 200;

  private record Asked(String text, String from, String to) {}

  private final Translator translator;
  private final Cache<Asked, Translation> known =
      Caffeine.newBuilder().maximumSize(MAX_TEXTS).build();

  /// Takes the translator over and closes it in the end.
  public CachedTranslator(Translator translator) {
    this.translator = translator;
  }

  @Override
  public String id() {
    return translator.id();
  }

  @Override
  public List<Translation> translate(List<String> texts, String from, String to) {
    var all = new ArrayList<Translation>(texts.size());
    for (var text : texts) {
      var asked = new Asked(text.strip(), from, to);
      var found = known.getIfPresent(asked);
      if (found == null) {
        found = translator.translate(List.of(text), from, to).getFirst();
        if (found instanceof Translation.Translated && text.length() <= MAX_LENGTH) {
          known.put(asked, found);
        }
      }
      all.add(found);
    }
    return List.copyOf(all);
  }

  @Override
  public void close() {
    translator.close();
  }
}
