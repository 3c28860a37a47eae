package dev.anmok.lucene;

import dev.anmok.core.search.TextRole;
import dev.anmok.lucene.ListedTerms.Listed;
import dev.anmok.words.TermFields;
import dev.anmok.words.TextTerms;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// How the texts of a photo lie in the index: the fields of [TermFields], scored ones with how
/// often a term counts, those of roles with the places of terms.
final class TextFields {
  private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType SCORED_REGARDLESS_OF_LENGTH =
      type(IndexOptions.DOCS_AND_FREQS, true);
  private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

  private final Vocabulary vocabulary;
  private Map<TextRole, String> last = Map.of();
  private Terms lastTerms = new Terms(List.of(), List.of(), List.of(), Map.of());

  /// The terms of the texts of a photo.
  private record Terms(
      List<Listed> words,
      List<Listed> forms,
      List<Listed> initials,
      Map<TextRole, List<Listed>> placed) {
    static Terms of(TextTerms terms) {
      var placed = new EnumMap<TextRole, List<Listed>>(TextRole.class);
      terms
          .placed()
          .forEach((role, list) ->
              placed.put(
                  role,
                  list.stream()
                      .map(each ->
                          each.next() ? Listed.next(each.term()) : Listed.there(each.term()))
                      .toList()));
      return new Terms(
          counted(terms.words()), counted(terms.forms()), counted(terms.initials()), placed);
    }

    private static List<Listed> counted(Map<String, Integer> terms) {
      return terms.entrySet().stream().map(e -> Listed.times(e.getKey(), e.getValue())).toList();
    }
  }

  TextFields(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// Adds the texts of a photo to its document. The photos of an item follow each other with the
  /// same texts, which are taken apart once.
  void add(Document document, Map<TextRole, String> texts) throws IOException {
    if (!texts.equals(last)) {
      lastTerms = Terms.of(TextTerms.of(texts, vocabulary));
      last = texts;
    }
    addScored(document, TermFields.WORDS, lastTerms.words(), SCORED);
    addScored(document, TermFields.FORMS, lastTerms.forms(), SCORED);
    addScored(document, TermFields.INITIALS, lastTerms.initials(), SCORED_REGARDLESS_OF_LENGTH);
    lastTerms
        .placed()
        .forEach((role, placed) ->
            document.add(new Field(TermFields.of(role), new ListedTerms(placed), PLACED)));
  }

  private static void addScored(
      Document document, String field, List<Listed> terms, FieldType type) {
    if (!terms.isEmpty()) {
      document.add(new Field(field, new ListedTerms(terms), type));
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
