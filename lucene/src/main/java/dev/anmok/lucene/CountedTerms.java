package dev.anmok.lucene;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/// Terms of which the numbers of occurrences are known.
final class CountedTerms extends TokenStream {
  private final List<Map.Entry<String, Integer>> terms;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TermFrequencyAttribute count = addAttribute(TermFrequencyAttribute.class);
  private Iterator<Map.Entry<String, Integer>> rest;

  CountedTerms(List<Map.Entry<String, Integer>> terms) {
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
    term.append(next.getKey());
    count.setTermFrequency(next.getValue());
    return true;
  }
}
