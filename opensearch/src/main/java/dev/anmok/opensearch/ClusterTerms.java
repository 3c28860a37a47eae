package dev.anmok.opensearch;

import dev.anmok.words.TermFields;
import dev.anmok.words.TermIndex;
import dev.anmok.words.Vocabulary;
import dev.anmok.words.WordPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The terms of an index as a plan of a query needs them. A plan is made several times: whatever it
/// asks for that is not known yet counts as absent and is fetched in one request before the next
/// time, until nothing is unknown. Most queries take one request, misspelled ones three.
final class ClusterTerms implements TermIndex {
  /// Times that a plan is made at most; each goes further than the one before.
  private static final int MOST_ROUNDS = 8;

  /// Stands for photos with Hangul among their words.
  static final String KOREAN = "korean";

  private final TermStatistics statistics;
  private final Map<Term, Integer> known = new HashMap<>();
  private final Map<String, List<Near>> near = new HashMap<>();
  private final Set<Term> unknown = new LinkedHashSet<>();
  private final Set<String> nearUnknown = new TreeSet<>();
  private int documents;

  /// A term of a field.
  record Term(String field, String text) {}

  /// A form that occurs, with the number of documents.
  record Near(String form, int documents) {}

  private ClusterTerms(TermStatistics statistics) {
    this.statistics = statistics;
    unknown.add(new Term(TextFields.HAS, KOREAN));
  }

  /// Plans a query.
  static Planned plan(String text, Vocabulary vocabulary, TermStatistics statistics)
      throws IOException {
    var terms = new ClusterTerms(statistics);
    var plan = WordPlan.of(text, vocabulary, terms);
    for (int round = 0; terms.fetch() && round < MOST_ROUNDS; round++) {
      plan = WordPlan.of(text, vocabulary, terms);
    }
    return new Planned(plan, terms);
  }

  /// A plan, and the terms that it was made by.
  record Planned(WordPlan plan, TermIndex terms) {}

  @Override
  public int documents(String field, String text) {
    var term = new Term(field, text);
    var count = known.get(term);
    if (count == null) {
      unknown.add(term);
      return 0;
    }
    return count;
  }

  @Override
  public int documents() {
    return documents;
  }

  @Override
  public boolean hasKorean() {
    return known.isEmpty() || documents(TextFields.HAS, KOREAN) > 0;
  }

  @Override
  public List<String> oneSlipAway(String form, int most) {
    var forms = near.get(form);
    if (forms == null) {
      nearUnknown.add(form);
      return List.of();
    }
    return forms.stream().limit(most).map(Near::form).toList();
  }

  /// Fetches what is unknown, spellings only once all counts are known; whether there was anything.
  private boolean fetch() throws IOException {
    if (!unknown.isEmpty()) {
      nearUnknown.clear();
      var counts = statistics.of(unknown);
      documents = counts.documents();
      unknown.forEach(term -> known.put(term, counts.of().getOrDefault(term, 0)));
      unknown.clear();
      return true;
    }
    if (nearUnknown.isEmpty()) {
      return false;
    }
    var forms = new ArrayList<>(nearUnknown);
    nearUnknown.clear();
    var found = statistics.near(TermFields.FORMS, forms);
    for (int i = 0; i < forms.size(); i++) {
      near.put(
          forms.get(i),
          found.get(i).stream()
              .sorted(Comparator.comparingInt(Near::documents).reversed().thenComparing(Near::form))
              .toList());
    }
    return true;
  }
}
