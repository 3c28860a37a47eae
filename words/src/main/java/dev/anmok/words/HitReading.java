package dev.anmok.words;

import static java.util.Comparator.comparingDouble;

import dev.anmok.core.search.TextHit.Match;
import dev.anmok.core.search.TextRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Finds out what one document was found by.
public final class HitReading {
  private final Held document;
  private final TermIndex terms;
  private final List<Weighed> matches = new ArrayList<>();

  /// Tells which terms a document holds.
  public interface Held {
    /// Whether it holds a term of a field; of a role's field with its mark.
    boolean term(String field, String term) throws IOException;
  }

  /// For one document.
  public HitReading(Held document, TermIndex terms) {
    this.document = document;
    this.terms = terms;
  }

  /// Reads what was found of a query; to be called once.
  ///
  /// @return the share of the query's weight, 0..1
  public double coverage(List<Asked> plan) throws IOException {
    double found = 0;
    double whole = 0;
    for (var asked : plan) {
      whole += asked.weight();
      found += found(asked);
    }
    return whole == 0 ? 0 : Math.min(1, found / whole);
  }

  /// What matched, the most telling first.
  public List<Match> matches() {
    matches.sort(comparingDouble(Weighed::weight).reversed());
    return matches.stream().map(Weighed::match).distinct().toList();
  }

  private double found(Asked asked) throws IOException {
    double apart = 0;
    for (var one : asked.words()) {
      apart += found(one);
    }
    for (var alternative : asked.together()) {
      if (apart < asked.weight() && holdsAll(alternative)) {
        note(asked.text(), alternative, asked.weight());
        return asked.weight();
      }
    }
    return apart;
  }

  private double found(Asked.One one) throws IOException {
    double best = 0;
    for (var alternative : one.alternatives()) {
      double share = share(one, alternative);
      if (share > best) {
        best = share;
        note(one.text(), alternative, share * one.weight());
      }
    }
    return best * one.weight();
  }

  private double share(Asked.One one, Alternative alternative) throws IOException {
    if (!alternative.any()) {
      return holdsAll(alternative) ? 1 : 0;
    }
    var held = held(alternative, alternative.field(), "");
    return held.size() == alternative.terms().size()
        ? 1
        : terms.weight(alternative.field(), held) / one.weight();
  }

  private boolean holdsAll(Alternative alternative) throws IOException {
    return held(alternative, alternative.field(), "").size() == alternative.terms().size();
  }

  private List<String> held(Alternative alternative, String field, String mark) throws IOException {
    var held = new ArrayList<String>();
    for (var term : alternative.terms()) {
      if (document.term(field, mark + term)) {
        held.add(term);
      }
    }
    return held;
  }

  private void note(String word, Alternative alternative, double weight) throws IOException {
    int most = 0;
    for (var role : TextRole.values()) {
      var held = held(alternative, TermFields.of(role), alternative.mark());
      if (held.size() > most) {
        most = held.size();
        boolean whole = most == alternative.terms().size();
        var found = whole ? alternative.found() : String.join(" ", held);
        matches.add(new Weighed(new Match(role, word, found), weight));
      }
    }
  }

  private record Weighed(Match match, double weight) {}
}
