package dev.anmok.app.query;

import dev.anmok.app.category.Categorized;
import dev.anmok.app.words.QueryTexts;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers wishes over an index.
///
/// @param towers of the model that made the index's vectors
/// @param index where to look
/// @param decoder how a query photo is read; asked for only if there is one
/// @param scope which photos can be found
/// @param background what a query's cosines are compared with
/// @param scale what scores are worth in the index's space
/// @param reader decides how words are understood
/// @param narrowingOrNull goes by the category of a query's photos; null does not
public record Finder(
    Towers towers,
    PhotoIndex index,
    Supplier<ImageDecoder> decoder,
    VectorQuery.Scope scope,
    Spread.Of background,
    MatchScale scale,
    QueryTexts reader,
    @Nullable Narrowing narrowingOrNull) {
  /// Pixels that the shorter side of a photo keeps where a classifier may look at it.
  private static final int CLASSIFIED_SIDE = 320;

  /// A finder whose photos are read by a decoder of its own.
  public Finder(
      Towers towers,
      PhotoIndex index,
      VectorQuery.Scope scope,
      Spread.Of background,
      MatchScale scale,
      QueryTexts reader) {
    this(
        towers,
        index,
        () -> PhotoDecoder.open(DecodeLimits.DEFAULT),
        scope,
        background,
        scale,
        reader,
        null);
  }

  /// The same finder, going by the category of a query's photos.
  public Finder narrowed(Narrowing narrowing) {
    return new Finder(towers, index, decoder, scope, background, scale, reader, narrowing);
  }

  /// A finder over an open index of a session that asks a few times.
  ///
  /// @param reader as [dev.anmok.app.words.WordModels#queries] opens it
  public static Finder over(
      Session session, PhotoIndex index, VectorQuery.Scope scope, QueryTexts reader)
      throws IOException {
    var scale = MatchScales.find(new Calibrations(session.workspace().catalog(), session.pack()));
    var background = Backgrounds.of(session);
    return new Finder(Towers.perCall(session.pack()), index, scope, background, scale, reader);
  }

  /// Pixels that the shorter side of a query's photo should keep: more where a classifier looks at
  /// pictures.
  ///
  /// @param embedded what the encoder needs
  public int minSide(int embedded) {
    return seesPixels() ? Math.max(CLASSIFIED_SIDE, embedded) : embedded;
  }

  private boolean seesPixels() {
    return narrowingOrNull != null && narrowingOrNull.categorizer().classifier().seesPixels();
  }

  /// What a wish finds.
  ///
  /// @throws UnreadablePhotoException if a photo cannot be read as a picture
  /// @throws RefusedQueryException if the model does not know the query's language and nobody
  ///   translates it
  public Answered search(Wish wish) throws IOException {
    return search(wish, new StageTimes());
  }

  /// The same, with times that began to be counted before.
  public Answered search(Wish wish, StageTimes times) throws IOException {
    return search(wish, List.of(), times);
  }

  /// The same, re-ranked by somebody's tastes, which find nothing themselves.
  public Answered search(Wish wish, List<SubQuery.Taste> tastes, StageTimes times)
      throws IOException {
    var made = new SubQueries(towers, new QueryPhotos(decoder), reader, wish, times, minSide(0));
    var parts = new ArrayList<>(made.make());
    parts.addAll(tastes);
    var sights = seesPixels() ? made.pictures() : made.sights();
    if (narrowingOrNull == null || sights.isEmpty()) {
      return answered(wish, made, search(wish, parts, wish.filter(), times), null, times);
    }
    var narrowed = times.time(StageTimes.CATEGORY, () -> narrowingOrNull.of(sights));
    if (narrowed.boostOrNull() != null) {
      parts.add(narrowed.boostOrNull());
    }
    var filter = Filter.and(List.of(wish.filter(), narrowed.filter()));
    var answer = search(wish, parts, filter, times);
    if (!narrowed.filter().isNone() && findsNothing(answer, wish, parts, filter, times)) {
      var category = narrowed.seen().guess().path();
      made.note("nothing of the category " + category + " was found: searched all");
      answer = search(wish, parts, wish.filter(), times);
      return answered(wish, made, answer, narrowed.seen(), times).outside();
    }
    return answered(wish, made, answer, narrowed.seen(), times);
  }

  /// Whether a question has no answer on its first page either: all pages are windows on one
  /// ranking, so that each of them must be told the same.
  private boolean findsNothing(
      Answer answer, Wish wish, List<SubQuery> parts, Filter filter, StageTimes times)
      throws IOException {
    if (!answer.hits().isEmpty() || wish.page().offset() == 0) {
      return answer.hits().isEmpty();
    }
    var first = wish.with(new Page(0, wish.page().limit()));
    return search(first, parts, filter, times).hits().isEmpty();
  }

  private Answer search(Wish wish, List<SubQuery> parts, Filter filter, StageTimes times)
      throws IOException {
    var request = new SearchRequest(parts, wish.fusion(), wish.by(), scope, filter, wish.page());
    var engine = new SearchEngine(index, background);
    return times.time(StageTimes.SEARCH, () -> engine.search(request));
  }

  private Answered answered(
      Wish wish, SubQueries made, Answer answer, @Nullable Categorized seen, StageTimes times)
      throws IOException {
    var judge = judge(wish.wanted().kind());
    return Answered.of(answer, judge, made.notes(), seen, times);
  }

  /// The items most like an item.
  ///
  /// @param photos vectors of photos that stand for it, at least one
  public Answered similar(String item, List<Embedding> photos, int k, Filter filter)
      throws IOException {
    var like = new SubQuery.ByVector(SubQueries.ITEM, 1, Embedding.meanOf(photos));
    var page = new Page(0, Math.min(VectorQuery.MAX_K, k + 1)); // the item itself is among them
    var request =
        new SearchRequest(
            List.of(like), new Fusion.Weighted(), SearchRequest.By.ITEM, scope, filter, page);
    var others =
        new SearchEngine(index, background)
            .search(request).hits().stream().filter(hit -> !hit.item().equals(item)).toList();
    var hits = others.subList(0, Math.min(k, others.size()));
    var answer = new Answer(hits, others.size() > k);
    return Answered.of(answer, judge(QueryKind.PHOTO), List.of(), null, new StageTimes());
  }

  private MatchJudge judge(QueryKind kind) throws IOException {
    return new MatchJudge(
        scale, background, index.count(scope, Filter.none()), SubQueries.kinds(kind));
  }
}
