package dev.anmok.core.search;

import dev.anmok.core.filter.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Ranks photos.
record PhotoGround(
    PhotoIndex index, Spread.Of spreads, VectorQuery.Scope scope, Filter filter, WordScale words)
    implements Ground {
  @Override
  public List<Scored> near(SubQuery.ByVector part, int depth) throws IOException {
    var spread = spreads.of(part.vector());
    var query = new VectorQuery(part.vector(), depth, scope, filter, VectorQuery.Mode.AUTO);
    return index.search(query).stream().map(hit -> scored(part, hit, hit.score(), spread)).toList();
  }

  @Override
  public List<Scored> matching(SubQuery.ByWords part, int depth) throws IOException {
    var query = new TextQuery(part.text(), depth, scope, filter);
    return scored(part, index.search(query));
  }

  @Override
  public List<Scored> score(SubQuery.ByVector part, Collection<Scored> given) throws IOException {
    var spread = spreads.of(part.vector());
    var cosines = index.cosines(part.vector(), given.stream().map(Scored::key).toList());
    var scored = new ArrayList<Scored>();
    for (var each : given) {
      var cosine = cosines.get(each.key());
      if (cosine != null) {
        scored.add(scored(part, each.best(), cosine, spread));
      }
    }
    return scored;
  }

  @Override
  public List<Scored> score(SubQuery.ByWords part, Collection<Scored> given) throws IOException {
    var query = new TextQuery(part.text(), VectorQuery.MAX_K, scope, filter);
    return scored(part, index.scoreWords(query, given.stream().map(Scored::key).toList()));
  }

  private static Scored scored(SubQuery.ByVector part, Hit hit, float cosine, Spread spread) {
    return Scored.byVector(part, hit.uri(), List.of(hit), cosine, spread);
  }

  private List<Scored> scored(SubQuery.ByWords part, List<Hit> found) throws IOException {
    words.measure(part, found);
    return found.stream()
        .map(hit -> Scored.byWords(part, hit.uri(), List.of(hit), words.calibrated(part, hit)))
        .toList();
  }
}
