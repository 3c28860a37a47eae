package dev.anmok.words;

import dev.anmok.core.text.Hangul;
import dev.anmok.words.Word.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds out what the words of a query may be found by in an index: themselves, written as one with
/// their neighbours, by synonyms of one or several words, in other spellings, by their initials.
/// What does not occur in the index is left out, so the cost of a query is bounded.
final class QueryPlan {
  private static final float SYNONYM = 0.6f;
  private static final int MOST_SYNONYMS = 8;

  private final Vocabulary vocabulary;
  private final TermIndex index;
  private final Spellings spellings;
  private final boolean korean;
  private final Set<List<String>> asked = new HashSet<>();

  QueryPlan(TermIndex index, Vocabulary vocabulary) throws IOException {
    this.vocabulary = vocabulary;
    this.index = index;
    this.spellings = new Spellings(index);
    this.korean = index.hasKorean();
  }

  /// What is asked for, in the order of the query. Light words count only where there are no
  /// others; a word that comes again counts once.
  List<Asked> of(List<Word> words) throws IOException {
    boolean onlyLight = words.stream().allMatch(Word::light);
    var plan = new ArrayList<Asked>();
    int at = 0;
    while (at < words.size()) {
      int length = Math.min(Synonyms.LONGEST, words.size() - at);
      var together = List.<Alternative>of();
      while (length > 1 && together.isEmpty()) {
        together = together(words.subList(at, at + length));
        length -= together.isEmpty() ? 1 : 0;
      }
      var ones = new ArrayList<Asked.One>();
      for (var word : words.subList(at, at + length)) {
        if ((onlyLight || !word.light()) && asked.add(word.terms())) {
          ones.add(one(word));
        }
      }
      if (!ones.isEmpty()) {
        plan.add(new Asked(ones, together));
      }
      at += length;
    }
    return plan;
  }

  private Asked.One one(Word word) throws IOException {
    if (word.kind() == Kind.INITIALS) {
      return initials(word);
    }
    var itself = Alternative.anyOf(word);
    var alternatives = new ArrayList<Alternative>();
    alternatives.add(itself);
    addIfItOccurs(alternatives, Alternative.form(word.form(), 1));
    alternatives.addAll(synonyms(List.of(word)));
    alternatives.addAll(spellings.of(word));
    return new Asked.One(word.form(), index.weight(itself.field(), itself.terms()), alternatives);
  }

  private Asked.One initials(Word word) throws IOException {
    var all = Hangul.initials(word.written());
    var initials =
        Alternative.initials(all.substring(0, Math.min(TextTerms.MOST_INITIALS, all.length())));
    return new Asked.One(
        word.written(), index.weight(initials.field(), initials.terms()), List.of(initials));
  }

  private List<Alternative> together(List<Word> words) throws IOException {
    var found = new ArrayList<Alternative>();
    if (words.size() <= TextTerms.MOST_JOINED && joinable(words)) {
      var form = String.join("", words.stream().map(Word::form).toList());
      addIfItOccurs(found, Alternative.form(form, 1));
    }
    found.addAll(synonyms(words));
    return found;
  }

  private static boolean joinable(List<Word> words) {
    var kind = words.getFirst().kind();
    return (kind == Kind.HANGUL || kind == Kind.LATIN)
        && words.stream().allMatch(word -> word.kind() == kind)
        && words.subList(0, words.size() - 1).stream().allMatch(Word::open);
  }

  private List<Alternative> synonyms(List<Word> words) throws IOException {
    var own = words.stream().flatMap(word -> word.terms().stream()).toList();
    var found = new ArrayList<Alternative>();
    for (var term : vocabulary.synonyms().of(words)) {
      if (found.size() < MOST_SYNONYMS && (korean || !Synonyms.isKorean(term))) {
        var terms =
            vocabulary.analysis().words(term).stream()
                .filter(word -> !word.light())
                .flatMap(word -> word.terms().stream())
                .toList();
        if (!terms.isEmpty() && !own.containsAll(terms)) {
          float share = Math.min(1, (float) own.size() / terms.size());
          addIfItOccurs(found, Alternative.allOf(terms, SYNONYM * share, term));
        }
      }
    }
    return found;
  }

  private void addIfItOccurs(List<Alternative> alternatives, Alternative more) throws IOException {
    if (index.occurs(more)) {
      alternatives.add(more);
    }
  }
}
