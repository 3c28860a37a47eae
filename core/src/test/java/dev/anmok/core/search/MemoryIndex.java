package dev.anmok.core.search;

import static java.util.Comparator.comparingDouble;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers from a list, exactly; `APPROXIMATE` misses the last hit. Words score two for each that
/// is in the title.
public final class MemoryIndex implements PhotoIndex {
  public final List<IndexedPhoto> photos;
  int deepest;
  final List<Integer> wordDepths = new ArrayList<>();
  final Set<String> scoredItems = new HashSet<>();
  int explained;

  public MemoryIndex(List<IndexedPhoto> photos) {
    this.photos = photos;
  }

  @Override
  public VectorSpace space() {
    return photos.getFirst().embedding().space();
  }

  @Override
  public Schema schema() {
    return Schema.EMPTY;
  }

  @Override
  public void upsert(Collection<IndexedPhoto> more) {
    photos.addAll(more);
  }

  @Override
  public void delete(Collection<String> uris) {
    photos.removeIf(photo -> uris.contains(photo.uri()));
  }

  @Override
  public void commit(long generation) {}

  @Override
  public long generation() {
    return -1;
  }

  @Override
  public long size() {
    return photos.size();
  }

  @Override
  public List<Hit> search(VectorQuery query) {
    deepest = Math.max(deepest, query.k());
    var hits = BruteForce.search(photos, query);
    return query.mode() == VectorQuery.Mode.APPROXIMATE ? hits.subList(0, hits.size() - 1) : hits;
  }

  @Override
  public List<Hit> scoreItems(Embedding vector, Set<String> items, VectorQuery.Scope scope) {
    scoredItems.addAll(items);
    return BruteForce.ofItems(photos, vector, items, scope);
  }

  @Override
  public List<Hit> search(TextQuery query) {
    wordDepths.add(query.k());
    return matching(query).limit(query.k()).toList();
  }

  private Stream<Hit> matching(TextQuery query) {
    return photos.stream()
        .filter(photo -> query.scope() == VectorQuery.Scope.ALL || photo.representative())
        .map(photo -> found(photo, query.text()))
        .filter(found -> !found.matches().isEmpty())
        .map(TextHit::hit)
        .sorted(comparingDouble(Hit::score).reversed().thenComparing(Hit::uri));
  }

  private static TextHit found(IndexedPhoto photo, String text) {
    var wanted = List.of(text.toLowerCase(Locale.ROOT).split(" ", -1));
    var title = List.of(photo.title().toLowerCase(Locale.ROOT).split(" ", -1));
    var matches =
        wanted.stream()
            .filter(title::contains)
            .map(word -> new TextHit.Match(TextRole.TITLE, word, word))
            .toList();
    var hit =
        new Hit(photo.uri(), photo.sha256(), photo.item(), photo.title(), 2f * matches.size());
    return new TextHit(hit, matches.size() / (double) wanted.size(), matches);
  }

  @Override
  public List<Hit> scoreWords(TextQuery query, Collection<String> uris) {
    return matching(query).filter(hit -> uris.contains(hit.uri())).toList();
  }

  @Override
  public List<TextHit> explain(String text, List<Hit> hits) {
    explained += hits.size();
    return hits.stream()
        .flatMap(hit -> photos.stream().filter(photo -> photo.uri().equals(hit.uri())))
        .map(photo -> found(photo, text))
        .toList();
  }

  @Override
  public Map<String, Float> cosines(Embedding vector, Collection<String> uris) {
    var cosines = new HashMap<String, Float>();
    BruteForce.ranked(photos, vector, VectorQuery.Scope.ALL, photo -> uris.contains(photo.uri()))
        .forEach(hit -> cosines.put(hit.uri(), hit.score()));
    return cosines;
  }

  @Override
  public Set<String> passing(Filter filter, Collection<String> uris) {
    return photos.stream()
        .filter(photo -> uris.contains(photo.uri()) && filter.matches(photo.metadata()))
        .map(IndexedPhoto::uri)
        .collect(Collectors.toSet());
  }

  @Override
  public List<Facet> facets(FacetQuery query) {
    throw new UnsupportedOperationException("a memory index knows no fields");
  }

  @Override
  public long count(VectorQuery.Scope scope, Filter filter) {
    throw new UnsupportedOperationException("a memory index knows no fields");
  }

  @Override
  public void close() {}
}
