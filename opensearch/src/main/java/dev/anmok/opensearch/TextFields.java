package dev.anmok.opensearch;

import dev.anmok.core.search.TextRole;
import dev.anmok.core.text.Hangul;
import dev.anmok.words.TermFields;
import dev.anmok.words.TextTerms;
import dev.anmok.words.TextTerms.Placed;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/// How the texts of a photo lie in the index: as the terms that our own analysis made of them, so
/// that a cluster answers the same as an index on disk. Scored fields list each term with how often
/// it counts (`zobo|5`); those of roles list terms in their order, and forms and initials beside
/// them, which are read for hits and not searched.
///
/// The texts themselves lie beside these, analysed by the cluster's Nori and English analysers, for
/// other programs that search the index; Anmok's answers do not depend on them.
final class TextFields {
  /// Analyser of terms between spaces.
  static final String LISTED = "listed";

  /// Marks of a document: [TermFields] that tell something of the whole of its words.
  static final String HAS = "has";

  /// Holds the forms and initials of roles.
  static final String MARKS = "marks";

  /// Between a term and how often it counts.
  static final char COUNT = '|';

  /// The fields that tell what a photo was found by.
  static final List<String> NAMES =
      Stream.concat(
              Stream.of(TermFields.WORDS, TermFields.FORMS, TermFields.INITIALS, MARKS),
              Stream.of(TextRole.values()).map(TermFields::of))
          .toList();

  /// Holds the texts by role, for other programs.
  static final String PLAIN = "text";

  private static final String KOREAN = "korean";
  private static final String COUNTED = "counted";
  private static final String SIMILARITY = "weighted";

  /// Characters of a term: a hundred syllables by their letters.
  private static final int LONGEST = 1_000;

  private final Vocabulary vocabulary;
  private Map<TextRole, String> last = Map.of();
  private TextTerms lastTerms;

  TextFields(Vocabulary vocabulary) throws IOException {
    this.vocabulary = vocabulary;
    this.lastTerms = TextTerms.of(Map.of(), vocabulary);
  }

  /// Adds the analysers and the similarity that [#properties] names to the settings of an index.
  ///
  /// @param index the object `settings.index`
  static void settings(ObjectNode index) {
    var analysis = index.putObject("analysis");
    analysis
        .putObject("tokenizer")
        .putObject("terms")
        .put("type", "whitespace")
        .put("max_token_length", LONGEST);
    analysis
        .putObject("filter")
        .putObject("counts")
        .put("type", "delimited_term_freq")
        .put("delimiter", String.valueOf(COUNT));
    var analyzers = analysis.putObject("analyzer");
    analyzers.putObject(LISTED).put("type", "custom").put("tokenizer", "terms");
    analyzers
        .putObject(COUNTED)
        .put("type", "custom")
        .put("tokenizer", "terms")
        .putArray("filter")
        .add("counts");
    analysis
        .withObject("/tokenizer")
        .putObject("nori")
        .put("type", "nori_tokenizer")
        .put("decompound_mode", "mixed");
    analyzers
        .putObject(KOREAN)
        .put("type", "custom")
        .put("tokenizer", "nori")
        .putArray("filter")
        .add("nori_part_of_speech")
        .add("nori_readingform")
        .add("lowercase");
    index
        .putObject("similarity")
        .putObject(SIMILARITY)
        .put("type", "BM25")
        .put("k1", TermFields.SATURATION)
        .put("b", TermFields.LENGTH);
  }

  /// Adds the fields to a mapping.
  static void properties(ObjectNode properties) {
    scored(properties, TermFields.WORDS);
    scored(properties, TermFields.FORMS);
    scored(properties, TermFields.INITIALS).put("norms", false);
    for (var role : TextRole.values()) {
      properties
          .putObject(TermFields.of(role))
          .put("type", "text")
          .put("analyzer", LISTED)
          .put("norms", false);
    }
    var plain = properties.putObject(PLAIN).putObject("properties");
    for (var role : TextRole.values()) {
      var text = plain.putObject(code(role)).put("type", "text").put("analyzer", KOREAN);
      text.putObject("fields").putObject("en").put("type", "text").put("analyzer", "english");
    }
    properties.putObject(MARKS).put("type", "object").put("enabled", false);
    properties.putObject(HAS).put("type", "keyword").put("doc_values", false);
  }

  /// Writes the fields of one photo into its document. The photos of an item follow each other with
  /// the same texts, which are taken apart once.
  void write(JsonGenerator json, Map<TextRole, String> texts) throws IOException {
    if (!texts.equals(last)) {
      lastTerms = TextTerms.of(texts, vocabulary);
      last = texts;
    }
    if (lastTerms.placed().isEmpty()) {
      return;
    }
    json.writeName(PLAIN);
    json.writeStartObject();
    texts.forEach((role, text) -> json.writeStringProperty(code(role), text));
    json.writeEndObject();
    writeCounts(json, TermFields.WORDS, lastTerms.words());
    writeCounts(json, TermFields.FORMS, lastTerms.forms());
    writeCounts(json, TermFields.INITIALS, lastTerms.initials());
    if (lastTerms.words().keySet().stream().anyMatch(TextFields::isKorean)) {
      json.writeStringProperty(HAS, ClusterTerms.KOREAN);
    }
    lastTerms
        .placed()
        .forEach((role, placed) ->
            json.writeStringProperty(
                TermFields.of(role),
                placed.stream()
                    .filter(Placed::next)
                    .map(Placed::term)
                    .collect(Collectors.joining(" "))));
    json.writeName(MARKS);
    json.writeStartObject();
    lastTerms
        .placed()
        .forEach((role, placed) -> {
          json.writeName(TermFields.of(role));
          json.writeStartArray();
          placed.stream()
              .filter(each -> !each.next())
              .map(Placed::term)
              .distinct()
              .forEach(json::writeString);
          json.writeEndArray();
        });
    json.writeEndObject();
  }

  private static void writeCounts(JsonGenerator json, String field, Map<String, Integer> terms) {
    if (!terms.isEmpty()) {
      json.writeStringProperty(
          field,
          terms.entrySet().stream()
              .map(e -> e.getKey() + COUNT + e.getValue())
              .collect(Collectors.joining(" ")));
    }
  }

  private static String code(TextRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isKorean(String term) {
    return Hangul.isSyllable(term.codePointAt(0));
  }

  private static ObjectNode scored(ObjectNode properties, String field) {
    return properties
        .putObject(field)
        .put("type", "text")
        .put("analyzer", COUNTED)
        .put("search_analyzer", LISTED)
        .put("index_options", "freqs")
        .put("similarity", SIMILARITY);
  }
}
