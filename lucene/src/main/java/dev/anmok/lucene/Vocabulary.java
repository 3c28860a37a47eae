package dev.anmok.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// What an index knows of words.
///
/// @param id names how texts lie in the index; an index of another id finds the wrong words
record Vocabulary(String id, TextAnalysis analysis, Synonyms synonyms) {
  /// Reads the operator's word lists; those that ship are read when they are needed.
  ///
  /// @throws IOException that names the file and line of what is wrong
  static Vocabulary read(Dictionaries dictionaries) throws IOException {
    var nouns = Nouns.read(dictionaries.nouns());
    var digest = new CRC32();
    digest.update(nouns.asNoriReadsThem().getBytes(StandardCharsets.UTF_8));
    return new Vocabulary(
        TextFields.ANALYSIS + "-" + Long.toHexString(digest.getValue()),
        new TextAnalysis(nouns),
        Synonyms.read(dictionaries.synonyms()));
  }
}
