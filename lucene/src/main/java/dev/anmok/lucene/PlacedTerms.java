package dev.anmok.lucene;

import dev.anmok.lucene.PlacedTerms.Placed;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Terms in the order of their text.
final class PlacedTerms extends TokenStream {
  private final List<Placed> terms;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private Iterator<Placed> rest;

  PlacedTerms(List<Placed> terms) {
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
    step.setPositionIncrement(next.step());
    return true;
  }

  /// @param step 1 if it stands behind the one before, 0 if in the same place
  record Placed(String term, int step) {}
}
