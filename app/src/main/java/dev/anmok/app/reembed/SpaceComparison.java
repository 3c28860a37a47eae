package dev.anmok.app.reembed;

import dev.anmok.app.profile.Mode;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.RefusedQueryException;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Weights;
import dev.anmok.app.query.Wish;
import dev.anmok.app.words.QueryTexts;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Backgrounds;
import dev.anmok.app.workspace.CachedTexts;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.MatchScales;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Towers;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.evaluate.TopOverlap;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.search.EvenDraw;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.Page;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.SearchRequest;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Asks two spaces of a workspace the same and compares what they find: photos of the workspace by
/// their own vectors, and the prompts of the profile. Needs the indexes of both.
///
/// @param serving the workspace as it is served
/// @param next the workspace with the other model
/// @param k hits of each that are compared, 1..1000
public record SpaceComparison(Session serving, Session next, int k) {
  private static final int MOST_PROMPTS = 200;

  /// The depths at which spaces are compared.
  public List<Integer> depths() {
    return Stream.of(1, 5, 10, k).filter(depth -> depth <= k).distinct().sorted().toList();
  }

  /// Compares by photos of the workspace, drawn evenly, each once wherever it lies; each is left
  /// out of its own answer. Photos that one of the spaces lacks are no queries.
  ///
  /// @param size how many are drawn, at least 1
  public Compared photos(int size) throws IOException {
    try (var one = Indexes.open(serving);
        var other = Indexes.open(next)) {
      var pairs = new ArrayList<TopOverlap.Pair>();
      for (var photo : drawn(size)) {
        var sha256 = photo.photo().sha256();
        var old = serving.workspace().catalog().places(sha256, serving.pack().space());
        if (!old.isEmpty()) {
          pairs.add(
              new TopOverlap.Pair(
                  nearest(one, old.getFirst().embedding(), sha256),
                  nearest(other, photo.embedding(), sha256)));
        }
      }
      return new Compared("photos", TopOverlap.of(pairs, depths()), 0, List.of());
    }
  }

  private List<PlacedPhoto> drawn(int size) throws IOException {
    var draw = new EvenDraw<PlacedPhoto>(size);
    try (var photos = next.workspace().catalog().photos(next.pack().space())) {
      photos.forEach(photo -> draw.add(photo.photo().sha256(), photo));
    }
    return draw.drawn();
  }

  /// The `k` photos nearest to a vector, each once, without one of them.
  private List<String> nearest(PhotoIndex index, Embedding vector, String without)
      throws IOException {
    for (int ask = Math.min(VectorQuery.MAX_K, 2 * k + 2); ; ) {
      var hits =
          index.search(new VectorQuery(vector, ask, VectorQuery.Scope.ALL, VectorQuery.Mode.AUTO));
      var found = first(hits, without);
      if (found.size() == k || hits.size() < ask || ask == VectorQuery.MAX_K) {
        return found;
      }
      ask = Math.min(VectorQuery.MAX_K, 4 * ask); // many copies of few photos
    }
  }

  private List<String> first(List<Hit> hits, String without) {
    return hits.stream()
        .map(Hit::sha256)
        .filter(sha256 -> !sha256.equals(without))
        .distinct()
        .limit(k)
        .toList();
  }

  /// Compares by the prompts of the profile's lens and categories, at most 200, as texts that
  /// matter to this workspace.
  public Compared prompts() throws IOException {
    try (var oneIndex = Indexes.open(serving);
        var oneTexts = new CachedTexts(serving.pack().texts());
        var oneReader = WordModels.queries(serving);
        var otherIndex = Indexes.open(next);
        var otherTexts = new CachedTexts(next.pack().texts());
        var otherReader = WordModels.queries(next)) {
      var one = finder(serving, oneIndex, oneTexts, oneReader);
      var other = finder(next, otherIndex, otherTexts, otherReader);
      var pairs = new ArrayList<TopOverlap.Pair>();
      var notes = new LinkedHashSet<String>();
      int leftOut = 0;
      for (var text : texts()) {
        try {
          pairs.add(new TopOverlap.Pair(found(one, text), found(other, text)));
        } catch (RefusedQueryException e) {
          notes.add(String.valueOf(e.getMessage()));
          leftOut++;
        }
      }
      return new Compared("prompts", TopOverlap.of(pairs, depths()), leftOut, List.copyOf(notes));
    }
  }

  private Set<String> texts() {
    var profile = serving.profile();
    var prompts = profile.lens().prompts();
    var texts = new LinkedHashSet<String>();
    texts.addAll(prompts.positiveTexts());
    texts.addAll(prompts.negativeTexts());
    profile.album().ifPresent(album -> texts.addAll(album.categories().written()));
    return new LinkedHashSet<>(texts.stream().limit(MOST_PROMPTS).toList());
  }

  private static Finder finder(
      Session session, PhotoIndex index, TextEncoder texts, QueryTexts reader) throws IOException {
    var catalog = session.workspace().catalog();
    return new Finder(
        Towers.ofTexts(texts),
        index,
        VectorQuery.Scope.ALL,
        Backgrounds.of(session),
        MatchScales.find(new Calibrations(catalog, session.pack())),
        reader);
  }

  /// Twice as many are asked for, since a photo may lie at several places.
  private List<String> found(Finder finder, String text) throws IOException {
    var wish =
        new Wish(
            Wanted.words(text),
            Mode.VECTOR,
            Weights.DEFAULT,
            new Fusion.Weighted(),
            SearchRequest.By.PHOTO,
            Filter.none(),
            new Page(0, 2 * k));
    return finder.search(wish).hits().stream()
        .map(found -> found.best().sha256())
        .distinct()
        .limit(k)
        .toList();
  }
}
