package dev.anmok.words;

import dev.anmok.words.Morphemes.Morpheme;
import dev.anmok.words.Word.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.ko.POS.Tag;

/// Finds out what the words of a Korean text are made of, word by word in its order.
final class KoreanWords {
  /// Parts of speech that bear no meaning of their own: particles, endings, suffixes that make
  /// verbs, signs.
  private static final Set<Tag> EMPTY =
      EnumSet.of(
          Tag.JKS, Tag.JKC, Tag.JKG, Tag.JKO, Tag.JKB, Tag.JKV, Tag.JKQ, Tag.JX, Tag.JC, Tag.EP,
          Tag.EF, Tag.EC, Tag.ETN, Tag.ETM, Tag.XSA, Tag.XSV, Tag.VCP, Tag.VX, Tag.VSV, Tag.SF,
          Tag.SP, Tag.SSC, Tag.SSO, Tag.SC, Tag.SY, Tag.SE);

  private static final Set<Tag> PARTICLES =
      EnumSet.of(Tag.JKS, Tag.JKC, Tag.JKG, Tag.JKO, Tag.JKB, Tag.JKV, Tag.JKQ, Tag.JX, Tag.JC);

  private static final Set<Tag> NOUNS =
      EnumSet.of(Tag.NNG, Tag.NNP, Tag.NNB, Tag.NNBC, Tag.NR, Tag.XSN, Tag.XR, Tag.UNKNOWN);

  private final List<Morpheme> morphemes;
  private int next;

  KoreanWords(List<Morpheme> morphemes) {
    this.morphemes = morphemes;
  }

  /// The word of Hangul between two places of the text, behind all words asked for before.
  Word word(String written, int start, int end) {
    while (next < morphemes.size() && morphemes.get(next).start() < start) {
      next++;
    }
    int first = next;
    while (next < morphemes.size() && morphemes.get(next).start() < end) {
      next++;
    }
    return word(written, start, morphemes.subList(first, next));
  }

  private static Word word(String written, int start, List<Morpheme> parts) {
    var form = TextAnalysis.cut(form(written, start, parts));
    var terms =
        parts.stream()
            .filter(part -> !EMPTY.contains(part.tag()))
            .map(part -> TextAnalysis.cut(part.term()))
            .toList();
    boolean open =
        form.equals(written) && !parts.isEmpty() && NOUNS.contains(parts.getLast().tag());
    return terms.isEmpty()
        ? new Word(Kind.HANGUL, written, form, List.of(form), true, false)
        : new Word(Kind.HANGUL, written, form, terms, false, open);
  }

  /// The word without the particles and the copula at its end, if anything is left then.
  private static String form(String written, int start, List<Morpheme> parts) {
    for (int i = 1; i < parts.size(); i++) {
      int kept = parts.get(i).start() - start;
      if (kept > 0 && endWord(parts.subList(i, parts.size()))) {
        return written.substring(0, kept);
      }
    }
    return written;
  }

  private static boolean endWord(List<Morpheme> parts) {
    boolean copula = false;
    for (var part : parts) {
      copula |= part.tag() == Tag.VCP;
      boolean ending = copula && part.tag().name().startsWith("E");
      if (!PARTICLES.contains(part.tag()) && part.tag() != Tag.VCP && !ending) {
        return false;
      }
    }
    return true;
  }
}
