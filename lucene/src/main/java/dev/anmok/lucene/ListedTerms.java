package dev.anmok.lucene;

import dev.anmok.lucene.ListedTerms.Listed;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/// Terms of which is known how often they occur, or in which order.
final class ListedTerms extends TokenStream {
  private final List<Listed> terms;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TermFrequencyAttribute count = addAttribute(TermFrequencyAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private Iterator<Listed> rest;

  ListedTerms(List<Listed> terms) {
    this.terms = terms;
    this.rest = terms.iterator();
  }

  @Override
  public void reset() {
    rest = terms.iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!rest.hasNext()) {
      return false;
    }
    var next = rest.next();
    term.append(next.term());
    count.setTermFrequency(next.count());
    step.setPositionIncrement(next.step());
    return true;
  }

  /// A term.
  ///
  /// @param count how often it occurs; 1 in a field that keeps places
  /// @param step 1 if it stands behind the one before, 0 if in the same place
  record Listed(String term, int count, int step) {
    /// A term that occurs so often, wherever that is.
    static Listed times(String term, int count) {
      return new Listed(term, count, 1);
    }

    /// A term behind the one before.
    static Listed next(String term) {
      return new Listed(term, 1, 1);
    }

    /// A term in the place of the one before.
    static Listed there(String term) {
      return new Listed(term, 1, 0);
    }
  }
}
