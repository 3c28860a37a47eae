package dev.anmok.core.search;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Answers from a list, exactly; `GRAPH` misses the last hit.
public final class MemoryIndex implements PhotoIndex {
  public final List<IndexedPhoto> photos;
  int deepest;

  public MemoryIndex(List<IndexedPhoto> photos) {
    this.photos = photos;
  }

  @Override
  public VectorSpace space() {
    return photos.getFirst().embedding().space();
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
    return query.mode() == VectorQuery.Mode.GRAPH ? hits.subList(0, hits.size() - 1) : hits;
  }

  @Override
  public List<Hit> scoreItems(Embedding vector, Set<String> items, VectorQuery.Scope scope) {
    return BruteForce.ranked(photos, vector, scope, photo -> items.contains(photo.item()));
  }

  @Override
  public void close() {}
}
