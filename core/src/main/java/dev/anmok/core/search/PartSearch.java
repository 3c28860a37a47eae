package dev.anmok.core.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Answers one sub-query of any kind.
record PartSearch(Ground ground) {
  /// The best for a sub-query.
  Ranked best(SubQuery part, int depth) throws IOException {
    return switch (part) {
      case SubQuery.ByVector vector -> new Ranked(part, ground.near(vector, depth));
      case SubQuery.ByWords words -> new Ranked(part, ground.matching(words, depth));
      case SubQuery.BestOf many -> bestOf(many, depth);
      case SubQuery.Boost _, SubQuery.Taste _ -> new Ranked(part, List.of());
    };
  }

  /// What a sub-query says of given photos or items.
  List<Scored> score(SubQuery part, Collection<Scored> given) throws IOException {
    return switch (part) {
      case SubQuery.ByVector vector -> ground.score(vector, given);
      case SubQuery.ByWords words -> ground.score(words, given);
      case SubQuery.BestOf many -> {
        var winners = new HashMap<String, Scored>();
        for (var reading : many.readings()) {
          keepHigher(winners, ground.score(reading, given));
        }
        yield List.copyOf(winners.values());
      }
      case SubQuery.Boost boost -> ground.passing(boost, given);
      case SubQuery.Taste taste -> taste(taste, given);
    };
  }

  private List<Scored> taste(SubQuery.Taste taste, Collection<Scored> given) throws IOException {
    var vector = new SubQuery.ByVector(taste.name(), taste.weight(), taste.vector());
    return ground.score(vector, given).stream().map(each -> each.within(1)).toList();
  }

  /// Adds to a list what its sub-query says of those that it does not know.
  void complete(Ranked list, Collection<Scored> given) throws IOException {
    var unknown = given.stream().filter(each -> !list.knows(each.key())).toList();
    if (!unknown.isEmpty()) {
      list.add(score(list.part(), unknown));
    }
  }

  /// Adds to a list of words which of them those of its hits hold that are shown.
  void explain(Ranked list, Collection<Scored> shown) throws IOException {
    if (list.part() instanceof SubQuery.ByWords words) {
      var own = shown.stream().flatMap(each -> list.find(each.key()).stream()).toList();
      list.replace(ground.explained(words, own));
    }
  }

  private Ranked bestOf(SubQuery.BestOf many, int depth) throws IOException {
    var lists = new ArrayList<List<Scored>>();
    for (var reading : many.readings()) {
      lists.add(ground.near(reading, depth));
    }
    var winners = new HashMap<String, Scored>();
    lists.forEach(list -> keepHigher(winners, list));
    var union = List.copyOf(winners.values());
    for (int i = 0; i < lists.size(); i++) {
      var known = keys(lists.get(i));
      var unknown = union.stream().filter(each -> !known.contains(each.key())).toList();
      if (!unknown.isEmpty()) {
        keepHigher(winners, ground.score(many.readings().get(i), unknown));
      }
    }
    return Ranked.sorted(many, winners.values());
  }

  private static Set<String> keys(List<Scored> list) {
    return list.stream().map(Scored::key).collect(Collectors.toSet());
  }

  private static void keepHigher(Map<String, Scored> winners, List<Scored> more) {
    for (var each : more) {
      winners.merge(each.key(), each, (a, b) -> b.calibrated() > a.calibrated() ? b : a);
    }
  }
}
