package dev.anmok.words;

import org.tartarus.snowball.ext.EnglishStemmer;

/// The stem that the forms of an English word share, by the Snowball project's English stemmer
/// ("Porter 2").
final class EnglishStem {
  private EnglishStem() {}

  /// The stem of a word of lower case letters.
  static String of(String word) {
    var stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
