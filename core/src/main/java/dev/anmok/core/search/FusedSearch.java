package dev.anmok.core.search;

import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// Answers one request of several sub-queries.
final class FusedSearch {
  private final SearchRequest request;
  private final PartSearch search;
  private final List<Ranked> lists = new ArrayList<>();

  FusedSearch(SearchRequest request, PartSearch search) {
    this.request = request;
    this.search = search;
  }

  private record Sum(Scored candidate, double score) {}

  /// @param depth how deep each sub-query that finds something is read
  Answer answer(int depth) throws IOException {
    for (var part : request.parts()) {
      if (part.finds()) {
        lists.add(search.best(part, depth));
      }
    }
    var candidates = union();
    if (request.fusion() instanceof Fusion.Weighted) {
      complete(candidates);
    }
    for (var part : request.parts()) {
      if (!part.finds()) {
        lists.add(Ranked.sorted(part, search.score(part, candidates)));
      }
    }
    var ranking =
        candidates.stream()
            .map(each -> new Sum(each, sum(each.key())))
            .sorted(
                comparingDouble(Sum::score).reversed().thenComparing(sum -> sum.candidate.key()))
            .toList();
    int from = Math.min(request.page().offset(), ranking.size());
    int to = Math.min(request.page().end(), ranking.size());
    var page = ranking.subList(from, to);
    explain(page.stream().map(Sum::candidate).toList());
    return new Answer(page.stream().map(this::found).toList(), to < ranking.size());
  }

  private List<Scored> union() {
    var union = new LinkedHashMap<String, Scored>();
    for (var list : lists) {
      list.all().forEach(each -> union.putIfAbsent(each.key(), each));
    }
    return List.copyOf(union.values());
  }

  private void complete(Collection<Scored> candidates) throws IOException {
    for (var list : lists) {
      search.complete(list, candidates);
    }
  }

  private void explain(Collection<Scored> shown) throws IOException {
    complete(shown);
    for (var list : lists) {
      search.explain(list, shown);
    }
  }

  private double sum(String key) {
    return lists.stream().mapToDouble(list -> list.adds(key, request.fusion())).sum();
  }

  private Found found(Sum sum) {
    var key = sum.candidate.key();
    var why =
        lists.stream().map(list -> list.share(key, list.adds(key, request.fusion()))).toList();
    var shown = shown(sum.candidate);
    return new Found(shown.best(), shown.top(), sum.score, why);
  }

  /// The photos to show: those that the first wanted vector finds best, since all photos of an item
  /// may match its words alike.
  private Scored shown(Scored candidate) {
    return lists.stream()
        .filter(list -> list.part().finds() && !(list.part() instanceof SubQuery.ByWords))
        .findFirst()
        .flatMap(list -> list.find(candidate.key()))
        .orElse(candidate);
  }
}
