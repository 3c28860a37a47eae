package dev.anmok.app.words;

import dev.anmok.app.profile.Words;
import dev.anmok.core.text.Language;
import dev.anmok.core.text.Translation;
import dev.anmok.core.text.Translator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides for each query which of its readings a vector space is asked: the original if the space
/// knows the language, a translation if it is needed or wanted, or neither with the reason. A
/// failing translator costs its timeout at most, and never more than the translation. Thread-safe.
public final class QueryTexts implements AutoCloseable {
  private static final Pattern LATIN_WORDS = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}'-]+");
  private static final String SPACE_KOREAN = "ko";
  private static final String SPACE_ENGLISH = "en";

  private final String model;
  private final List<String> languages;
  private final String to;
  private final Words.When when;
  private final @Nullable Translator translator;

  private QueryTexts(
      String model,
      List<String> languages,
      String to,
      Words.When when,
      @Nullable Translator translator) {
    this.model = model;
    this.languages = List.copyOf(languages);
    this.to = to;
    this.when = when;
    this.translator = translator;
  }

  /// Queries to a space that nobody translates.
  ///
  /// @param model of the space, for messages
  /// @param languages that it knows, as ISO 639-1 codes
  public static QueryTexts untranslated(String model, List<String> languages) {
    return new QueryTexts(model, languages, SPACE_ENGLISH, Words.When.NEVER, null);
  }

  /// Queries to a space, with a translator that is closed in the end.
  ///
  /// @throws IllegalArgumentException if the space does not know the language translated to
  public static QueryTexts translated(
      String model, List<String> languages, String to, Words.When when, Translator translator) {
    if (!languages.contains(to)) {
      throw new IllegalArgumentException(
          "queries are to be translated to %s, but the model %s knows %s: change 'to' in the"
                  .formatted(to, model, String.join(", ", languages))
              + " profile's section translate");
    }
    return new QueryTexts(model, languages, to, when, translator);
  }

  /// The readings of a query, or why there are none.
  public QueryText of(String typed) {
    var language = Language.of(typed);
    return switch (language) {
      case OTHER -> new QueryText.Readings(language, typed, null, List.of());
      case KOREAN, MIXED -> in(typed, language, SPACE_KOREAN);
      case ENGLISH -> in(typed, language, SPACE_ENGLISH);
    };
  }

  private QueryText in(String typed, Language language, String code) {
    boolean known = languages.contains(code);
    boolean wanted =
        !code.equals(to) && (known ? when == Words.When.ALWAYS : when != Words.When.NEVER);
    if (translator == null || !wanted) {
      return known
          ? new QueryText.Readings(language, typed, null, List.of())
          : partly(typed, language, code, missing(code));
    }
    return switch (translator.translate(List.of(typed), code, to).getFirst()) {
      case Translation.Translated(var text) ->
          new QueryText.Readings(language, known ? typed : null, text, List.of());
      case Translation.Failed(var reason, var detail) -> {
        var why = "not translated (" + reason.code() + "): " + detail;
        yield known
            ? new QueryText.Readings(language, typed, null, List.of(why))
            : partly(typed, language, code, why);
      }
    };
  }

  /// Of a query in both scripts the words that the space knows are better than nothing.
  private QueryText partly(String typed, Language language, String code, String why) {
    if (language == Language.MIXED && languages.contains(SPACE_ENGLISH)) {
      var words = LATIN_WORDS.matcher(typed).results().map(found -> found.group());
      var rest = words.collect(Collectors.joining(" "));
      if (!rest.isEmpty()) {
        var notes = new ArrayList<String>();
        notes.add(
            "the model %s knows %s, not %s: only '%s' was searched for by meaning"
                .formatted(model, known(), name(code), rest));
        notes.add(why);
        return new QueryText.Readings(language, rest, null, notes);
      }
    }
    return new QueryText.Refused(
        language,
        "the model %s knows %s, not %s; %s".formatted(model, known(), name(code), why)
            + "; or search by words (--mode words)");
  }

  private String missing(String code) {
    if (translator != null && code.equals(to)) {
      return "the profile's translator translates to %s, not from it".formatted(name(to));
    }
    return translator == null
        ? "add a translator (section translate of the profile, see docs/translation.md)"
        : "the profile says 'when: never' of its translator";
  }

  private String known() {
    return languages.stream().map(QueryTexts::name).collect(Collectors.joining(", "));
  }

  private static String name(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }

  @Override
  public void close() {
    if (translator != null) {
      translator.close();
    }
  }
}
