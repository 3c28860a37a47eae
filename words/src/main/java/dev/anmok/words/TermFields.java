package dev.anmok.words;

import dev.anmok.core.search.TextRole;
import dev.anmok.core.text.Hangul;
import java.util.Locale;

/// The fields that the terms of a photo's texts lie in. Three are scored: words by their terms,
/// forms (whole words and neighbours written as one, by their letters), and initial consonants. All
/// roles share them; a term counts as often as the weights of the roles that it occurs in say,
/// which is BM25F. Source: Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple
/// weighted fields", CIKM 2004.
///
/// One field for each role holds the same terms with their places, for phrases and to tell where a
/// word was found; it has no part in scores.
public final class TermFields {
  /// Names what the texts of an index were taken apart by; another name is another index.
  static final String ANALYSIS = "t1";

  /// Terms of words; their number counts as the length of the texts.
  public static final String WORDS = "words";

  /// Whole words, and neighbours written as one.
  public static final String FORMS = "forms";

  /// Initial consonants; scored regardless of length.
  public static final String INITIALS = "initials";

  /// Before a form in the field of a role.
  public static final String FORM_MARK = "=";

  /// Before initials in the field of a role.
  public static final String INITIALS_MARK = "^";

  /// How soon more of the same word stops counting: BM25's k1.
  public static final float SATURATION = 1.2f;

  /// How much a text's length counts against it: BM25's b. Less than the usual 0.75: a film with an
  /// overview is no worse a hit for its title than one without.
  public static final float LENGTH = 0.4f;

  private TermFields() {}

  /// The field of a role.
  public static String of(TextRole role) {
    return "in-" + role.name().toLowerCase(Locale.ROOT);
  }

  /// How often an occurrence in a role counts.
  public static int weight(TextRole role) {
    return switch (role) {
      case TITLE -> 5;
      case ALIAS -> 4;
      case TAGS -> 3;
      case CAPTION -> 2;
      case BODY -> 1;
    };
  }

  /// What a form is in the index: its Hangul syllables as letters, so that one wrong vowel is one
  /// wrong letter.
  static String form(String form) {
    return Hangul.letters(form);
  }
}
