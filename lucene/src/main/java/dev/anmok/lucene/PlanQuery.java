package dev.anmok.lucene;

import dev.anmok.core.search.TextRole;
import dev.anmok.words.Alternative;
import dev.anmok.words.Asked;
import dev.anmok.words.TermFields;
import dev.anmok.words.WordPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Makes a Lucene query of what is asked for. Each word counts by the best of what it is found by,
/// and a little by the rest; the words of a query are summed up.
///
/// @param terms where terms lie, which was found out for the plan
record PlanQuery(IndexTerms terms) {
  /// @param plan with something asked for
  Query of(WordPlan plan) throws IOException {
    var whole = new BooleanQuery.Builder().add(any(plan.asked()), Occur.MUST);
    for (var phrase : plan.phrases()) {
      whole.add(phrase(phrase), Occur.FILTER);
    }
    return whole.build();
  }

  private Query any(List<Asked> plan) throws IOException {
    var any = new BooleanQuery.Builder();
    for (var asked : plan) {
      var apart = new BooleanQuery.Builder();
      for (var one : asked.words()) {
        apart.add(best(queries(one.alternatives())), Occur.SHOULD);
      }
      var ways = new ArrayList<Query>();
      ways.add(single(apart.build()));
      ways.addAll(queries(asked.together()));
      any.add(best(ways), Occur.SHOULD);
    }
    return single(any.build());
  }

  private static Query best(List<Query> ways) {
    return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, WordPlan.TIE);
  }

  private List<Query> queries(List<Alternative> alternatives) throws IOException {
    var queries = new ArrayList<Query>();
    for (var alternative : alternatives) {
      queries.add(query(alternative));
    }
    return queries;
  }

  private Query query(Alternative alternative) throws IOException {
    var all = new BooleanQuery.Builder();
    for (var text : alternative.terms()) {
      var term = new Term(alternative.field(), text);
      all.add(
          new TermQuery(term, terms.states(term)), alternative.any() ? Occur.SHOULD : Occur.MUST);
    }
    var query = single(all.build());
    return alternative.weight() == 1 ? query : new BoostQuery(query, alternative.weight());
  }

  private static Query phrase(List<String> phrase) {
    var anywhere = new BooleanQuery.Builder();
    for (var role : TextRole.values()) {
      var inRole = new PhraseQuery.Builder();
      phrase.forEach(term -> inRole.add(new Term(TermFields.of(role), term)));
      anywhere.add(inRole.build(), Occur.SHOULD);
    }
    return anywhere.build();
  }

  private static Query single(BooleanQuery query) {
    return query.clauses().size() == 1 ? query.clauses().getFirst().query() : query;
  }
}
