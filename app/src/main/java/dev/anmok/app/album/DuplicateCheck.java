package dev.anmok.app.album;

import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.curate.DuplicateFinder;
import dev.anmok.core.curate.PhotoLook;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Says which photos of a catalog a new one is the same as, without going through them: equal files
/// by their digest, all others by the index. Thread-safe as far as index and catalog are.
///
/// @param rule with a threshold for similar photos; its method does not matter here
/// @param index the catalog's index
/// @param catalog where photos are looked up
public record DuplicateCheck(DuplicateRule rule, PhotoIndex index, Catalog catalog) {
  private static final int FIRST_DEPTH = 20;

  /// Most photos that are named.
  static final int MOST = 500;

  /// A check by a rule, with options in place of some of its settings.
  ///
  /// @throws IllegalArgumentException if an option is not for the method
  public static DuplicateCheck by(
      DuplicateRule rule,
      SimilarThreshold similar,
      DuplicatesOptions options,
      PhotoIndex index,
      Catalog catalog) {
    return new DuplicateCheck(options.applyTo(rule.withSimilar(similar.cosine())), index, catalog);
  }

  /// Photos that a new one is the same as at the rule's level, the most alike first; at most
  /// [#MOST] besides equal files. A photo at the same URI is the photo itself and not named.
  public List<DuplicatesAnswer.Member> check(AlbumPhoto photo) throws IOException {
    var found = new ArrayList<Match>();
    for (var copy : catalog.places(photo.sha256(), index.space())) {
      found.add(new Match(copy, DuplicateLevel.EXACT, 1, 0));
    }
    if (rule.level() != DuplicateLevel.EXACT || photo.detailOrNull() != null) {
      byVector(photo, found);
    }
    return found.stream()
        .filter(match -> !match.placed().uri().equals(photo.uri()))
        .sorted(
            Comparator.comparingInt((Match match) -> -match.level().strength())
                .thenComparingDouble(match -> -match.cosine())
                .thenComparing(match -> match.placed().uri()))
        .map(match ->
            new DuplicatesAnswer.Member(
                match.placed().photo().sha256().substring(0, 32),
                match.placed().uri(),
                match.level().code(),
                match.cosine(),
                match.hashBits()))
        .toList();
  }

  private record Match(PlacedPhoto placed, DuplicateLevel level, double cosine, int hashBits) {}

  private void byVector(AlbumPhoto photo, List<Match> found) throws IOException {
    double near = rule.near().minCosine();
    double least =
        rule.level() == DuplicateLevel.SIMILAR ? Math.min(near, rule.similarCosine()) : near;
    var finder = new DuplicateFinder(rule);
    var look = PhotoLook.of(photo);
    int depth = FIRST_DEPTH;
    var hits = index.search(query(photo, depth));
    while (hits.size() == depth && depth < MOST && hits.getLast().score() >= least) {
      depth = Math.min(MOST, depth * 5);
      hits = index.search(query(photo, depth));
    }
    for (var hit : hits) {
      if (hit.score() < least) {
        break;
      }
      var placed = catalog.placed(hit.uri(), index.space());
      if (placed.isPresent() && !placed.get().photo().sha256().equals(photo.sha256())) {
        add(placed.get(), hit.score(), look, finder, found);
      }
    }
  }

  private void add(
      PlacedPhoto placed,
      double cosine,
      PhotoLook look,
      DuplicateFinder finder,
      List<Match> found) {
    var other = PhotoLook.of(AlbumPhotos.of(placed));
    var level = finder.level(look, other, cosine);
    if (level.strength() >= rule.level().strength()) {
      found.add(new Match(placed, level, cosine, look.hashBits(other)));
    }
  }

  private static VectorQuery query(AlbumPhoto photo, int depth) {
    return new VectorQuery(photo.embedding(), depth, VectorQuery.Scope.ALL, VectorQuery.Mode.AUTO);
  }
}
