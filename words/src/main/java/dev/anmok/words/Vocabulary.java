package dev.anmok.words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// What an index knows of words. Thread-safe.
public final class Vocabulary {
  private final String id;
  private final TextAnalysis analysis;
  private final Synonyms synonyms;

  private Vocabulary(String id, TextAnalysis analysis, Synonyms synonyms) {
    this.id = id;
    this.analysis = analysis;
    this.synonyms = synonyms;
  }

  /// Reads the operator's word lists; those that ship are read when they are needed.
  ///
  /// @throws IOException that names the file and line of what is wrong
  public static Vocabulary read(Dictionaries dictionaries) throws IOException {
    var nouns = Nouns.read(dictionaries.nouns());
    var digest = new CRC32();
    digest.update(nouns.asNoriReadsThem().getBytes(StandardCharsets.UTF_8));
    return new Vocabulary(
        TermFields.ANALYSIS + "-" + Long.toHexString(digest.getValue()),
        new TextAnalysis(nouns),
        Synonyms.read(dictionaries.synonyms()));
  }

  /// Names how texts lie in the index; an index of another id finds the wrong words.
  public String id() {
    return id;
  }

  TextAnalysis analysis() {
    return analysis;
  }

  Synonyms synonyms() {
    return synonyms;
  }
}
