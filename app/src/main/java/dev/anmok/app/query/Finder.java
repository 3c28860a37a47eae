package dev.anmok.app.query;

import dev.anmok.app.workspace.Backgrounds;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.MatchScales;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Towers;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.search.Answer;
import dev.anmok.core.search.Found;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.MatchJudge;
import dev.anmok.core.search.MatchScale;
import dev.anmok.core.search.Page;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.QueryKind;
import dev.anmok.core.search.SearchEngine;
import dev.anmok.core.search.SearchRequest;
import dev.anmok.core.search.Spread;
import dev.anmok.core.search.SubQuery;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/// Answers wishes over an index.
///
/// @param towers of the model that made the index's vectors
/// @param index where to look
/// @param decoder how a query photo is read; asked for only if there is one
/// @param scope which photos can be found
/// @param background what a query's cosines are compared with
/// @param scale what scores are worth in the index's space
public record Finder(
    Towers towers,
    PhotoIndex index,
    Supplier<ImageDecoder> decoder,
    VectorQuery.Scope scope,
    Spread.Of background,
    MatchScale scale) {
  /// A finder whose photos are read by a decoder of its own.
  public Finder(
      Towers towers,
      PhotoIndex index,
      VectorQuery.Scope scope,
      Spread.Of background,
      MatchScale scale) {
    this(towers, index, () -> PhotoDecoder.open(DecodeLimits.DEFAULT), scope, background, scale);
  }

  /// A finder over an open index of a session that asks a few times.
  public static Finder over(Session session, PhotoIndex index, VectorQuery.Scope scope)
      throws IOException {
    var scale = MatchScales.find(new Calibrations(session.workspace().catalog(), session.pack()));
    return new Finder(Towers.perCall(session.pack()), index, scope, Backgrounds.of(session), scale);
  }

  /// The vector of what is wanted.
  ///
  /// @throws UnreadablePhotoException if a photo cannot be read as a picture
  public Embedding looks(Wanted wanted) throws IOException {
    return new SubQueries(towers, new QueryPhotos(decoder)).looks(wanted);
  }

  /// What a wish finds.
  ///
  /// @throws UnreadablePhotoException if a photo cannot be read as a picture
  public Answer search(Wish wish) throws IOException {
    var parts = new SubQueries(towers, new QueryPhotos(decoder)).of(wish);
    return new SearchEngine(index, background)
        .search(
            new SearchRequest(parts, wish.fusion(), wish.by(), scope, wish.filter(), wish.page()));
  }

  /// The items most like an item.
  ///
  /// @param photos vectors of photos that stand for it, at least one
  public List<Found> similar(String item, List<Embedding> photos, int k, Filter filter)
      throws IOException {
    var like = new SubQuery.ByVector(SubQueries.ITEM, 1, Embedding.meanOf(photos));
    var page = new Page(0, Math.min(VectorQuery.MAX_K, k + 1)); // the item itself is among them
    var request =
        new SearchRequest(
            List.of(like), new Fusion.Weighted(), SearchRequest.By.ITEM, scope, filter, page);
    return new SearchEngine(index, background)
        .search(request).hits().stream().filter(hit -> !hit.item().equals(item)).limit(k).toList();
  }

  /// A judge of the hits of a request of this finder.
  ///
  /// @param kind what the vector of its wish was made of
  public MatchJudge judge(QueryKind kind) throws IOException {
    return new MatchJudge(
        scale, background, index.count(scope, Filter.none()), SubQueries.kinds(kind));
  }
}
