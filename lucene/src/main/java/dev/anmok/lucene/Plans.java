package dev.anmok.lucene;

import dev.anmok.words.Vocabulary;
import dev.anmok.words.WordPlan;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// Makes plans of queries, and remembers the last [#MOST]: one search asks for the best, for the
/// scores of others, and for what those shown were found by, all with the same words. A plan holds
/// for one state of the index, and takes some tens of kilobytes. Thread-safe.
final class Plans {
  static final int MOST = 16;

  private final Vocabulary vocabulary;
  private final LinkedHashMap<String, Plan> known = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable Object state;

  Plans(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// The plan of a query's text in the index as the searcher sees it.
  Plan of(IndexSearcher searcher, String text) throws IOException {
    var now = searcher.getTopReaderContext().id();
    var plan = find(now, text);
    if (plan == null) {
      plan = make(searcher, text);
      keep(now, text, plan);
    }
    return plan;
  }

  private Plan make(IndexSearcher searcher, String text) throws IOException {
    var terms = new IndexTerms(searcher);
    var plan = WordPlan.of(text, vocabulary, terms);
    return plan.asked().isEmpty()
        ? Plan.NOTHING
        : new Plan(plan.asked(), new PlanQuery(terms).of(plan));
  }

  private synchronized @Nullable Plan find(Object now, String text) {
    return now.equals(state) ? known.get(text) : null;
  }

  private synchronized void keep(Object now, String text, Plan plan) {
    if (!now.equals(state)) {
      known.clear();
      state = now;
    }
    known.put(text, plan);
    if (known.size() > MOST) {
      known.pollFirstEntry();
    }
  }
}
