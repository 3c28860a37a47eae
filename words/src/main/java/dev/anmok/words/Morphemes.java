package dev.anmok.words;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.AttributeFactory;
import org.jspecify.annotations.Nullable;

/// Korean texts as morphemes, by Nori; compounds and inflected forms come as their parts. Its
/// dictionaries are loaded with the first text (a third of a second). Thread-safe.
final class Morphemes {
  private final Nouns nouns;
  private final Queue<KoreanTokenizer> idle = new ConcurrentLinkedQueue<>();
  private @Nullable UserDictionary dictionary;

  Morphemes(Nouns nouns) {
    this.nouns = nouns;
  }

  /// The morphemes of a plain text in its order; those of one inflected form share their place.
  List<Morpheme> of(String text) throws IOException {
    var tokenizer = idle.poll();
    if (tokenizer == null) {
      tokenizer = tokenizer();
    }
    var morphemes = read(tokenizer, text);
    idle.add(tokenizer);
    return morphemes;
  }

  private static List<Morpheme> read(KoreanTokenizer tokenizer, String text) throws IOException {
    var morphemes = new ArrayList<Morpheme>();
    var term = tokenizer.getAttribute(CharTermAttribute.class);
    var place = tokenizer.getAttribute(OffsetAttribute.class);
    var speech = tokenizer.getAttribute(PartOfSpeechAttribute.class);
    try (tokenizer) {
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        morphemes.add(
            new Morpheme(
                term.toString(), place.startOffset(), place.endOffset(), speech.getLeftPOS()));
      }
      tokenizer.end();
    }
    return morphemes;
  }

  private synchronized KoreanTokenizer tokenizer() throws IOException {
    if (dictionary == null) {
      dictionary = UserDictionary.open(new StringReader(nouns.asNoriReadsThem()));
    }
    return new KoreanTokenizer(
        AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, dictionary, DecompoundMode.DISCARD, false);
  }

  /// A smallest part of a text with a meaning or function.
  ///
  /// @param term its dictionary form
  /// @param start where the word that it comes from begins in the text
  /// @param end where that ends
  /// @param tag its part of speech
  record Morpheme(String term, int start, int end, POS.Tag tag) {}
}
