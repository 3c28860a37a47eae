package dev.anmok.opensearch;

import dev.anmok.core.search.TextRole;
import dev.anmok.words.Alternative;
import dev.anmok.words.Asked;
import dev.anmok.words.TermFields;
import dev.anmok.words.WordPlan;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes a query of what is asked for. Each word counts by the best of what it is found by, and a
/// little by the rest; the words of a query are summed up.
final class WordQuery {
  private WordQuery() {}

  /// @param plan with something asked for
  /// @param filters what hits must fulfil beside
  static ObjectNode of(WordPlan plan, ArrayNode filters) {
    var query = Json.object();
    var whole = query.putObject("bool");
    whole.putArray("must").add(any(plan.asked()));
    var all = whole.putArray("filter").addAll(filters);
    plan.phrases().forEach(phrase -> all.add(phrase(phrase)));
    return query;
  }

  private static ObjectNode any(List<Asked> plan) {
    var any = new ArrayList<ObjectNode>();
    for (var asked : plan) {
      var apart = asked.words().stream().map(one -> best(queries(one.alternatives()))).toList();
      var ways = new ArrayList<ObjectNode>();
      ways.add(bool("should", apart));
      ways.addAll(queries(asked.together()));
      any.add(best(ways));
    }
    return bool("should", any);
  }

  private static ObjectNode best(List<ObjectNode> ways) {
    if (ways.size() == 1) {
      return ways.getFirst();
    }
    var query = Json.object();
    query.putObject("dis_max").put("tie_breaker", WordPlan.TIE).putArray("queries").addAll(ways);
    return query;
  }

  private static List<ObjectNode> queries(List<Alternative> alternatives) {
    return alternatives.stream().map(WordQuery::query).toList();
  }

  private static ObjectNode query(Alternative alternative) {
    var terms = alternative.terms().stream().map(term -> term(alternative.field(), term)).toList();
    var query = bool(alternative.any() ? "should" : "must", terms);
    if (alternative.weight() == 1) {
      return query;
    }
    var weighed = Json.object();
    var boosted = weighed.putObject("bool").put("boost", alternative.weight());
    boosted.putArray("must").add(query);
    return weighed;
  }

  private static ObjectNode bool(String occur, List<ObjectNode> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    var query = Json.object();
    query.putObject("bool").putArray(occur).addAll(queries);
    return query;
  }

  private static ObjectNode term(String field, String term) {
    return FilterQuery.term(field, Json.node(term));
  }

  private static ObjectNode phrase(List<String> terms) {
    var query = Json.object();
    var anywhere = query.putObject("bool").put("minimum_should_match", 1).putArray("should");
    for (var role : TextRole.values()) {
      anywhere
          .addObject()
          .putObject("match_phrase")
          .put(TermFields.of(role), String.join(" ", terms));
    }
    return query;
  }
}
