package dev.anmok.lucene;

import dev.anmok.core.search.TextRole;
import dev.anmok.core.text.Hangul;
import dev.anmok.lucene.ListedTerms.Listed;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// How the texts of a photo lie in the index. Three fields are scored: words by their terms, forms
/// (whole words and neighbours written as one, by their letters), and initial consonants. All roles
/// share them; a term counts as often as the weights of the roles that it occurs in say, which is
/// BM25F. Source: Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted
/// fields", CIKM 2004.
///
/// One field for each role holds the same terms with their places, for phrases and to tell where a
/// word was found; it has no part in scores.
final class TextFields {
  /// Names what the texts of an index were taken apart by; another name is another index.
  static final String ANALYSIS = "t1";

  static final String WORDS = "words";
  static final String FORMS = "forms";
  static final String INITIALS = "initials";

  /// Before a form in the field of a role.
  static final String FORM_MARK = "=";

  /// Before initials in the field of a role.
  static final String INITIALS_MARK = "^";

  private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType SCORED_REGARDLESS_OF_LENGTH =
      type(IndexOptions.DOCS_AND_FREQS, true);
  private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

  private final TextAnalysis analysis;
  private Map<TextRole, String> last = Map.of();
  private TextTerms lastTerms = new TextTerms();

  TextFields(TextAnalysis analysis) {
    this.analysis = analysis;
  }

  /// Adds the texts of a photo to its document. The photos of an item follow each other with the
  /// same texts, which are taken apart once.
  void add(Document document, Map<TextRole, String> texts) throws IOException {
    if (!texts.equals(last)) {
      lastTerms = terms(texts);
      last = texts;
    }
    addScored(document, WORDS, lastTerms.words(), SCORED);
    addScored(document, FORMS, lastTerms.forms(), SCORED);
    addScored(document, INITIALS, lastTerms.initials(), SCORED_REGARDLESS_OF_LENGTH);
    lastTerms
        .placed()
        .forEach(
            (role, placed) -> document.add(new Field(of(role), new ListedTerms(placed), PLACED)));
  }

  /// The field of a role.
  static String of(TextRole role) {
    return "in-" + role.name().toLowerCase(Locale.ROOT);
  }

  /// How often an occurrence in a role counts.
  static int weight(TextRole role) {
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

  private TextTerms terms(Map<TextRole, String> texts) throws IOException {
    var terms = new TextTerms();
    for (var role : TextRole.values()) {
      terms.add(role, analysis.words(texts.getOrDefault(role, "")));
    }
    return terms;
  }

  private static void addScored(
      Document document, String field, Map<String, Integer> terms, FieldType type) {
    if (!terms.isEmpty()) {
      var counted =
          terms.entrySet().stream().map(e -> Listed.times(e.getKey(), e.getValue())).toList();
      document.add(new Field(field, new ListedTerms(counted), type));
    }
  }

  private static FieldType type(IndexOptions options, boolean omitNorms) {
    var type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }
}
