package dev.anmok.app.json;

import dev.anmok.core.search.Found;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.MatchJudge;
import dev.anmok.core.search.Share;
import dev.anmok.core.search.TextHit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// What a search found:
/// `[{"image":…,"item":…,"title":…,"score":0.3127,"match":"strong","why":…},…]`.
///
/// @param details whether hits list their best photos and the words that matched
/// @param judge says how far a hit can be trusted
/// @param image how an answer calls a photo
public record HitJson(boolean details, MatchJudge judge, Function<Hit, String> image) {
  /// Hits, best first.
  public List<Map<String, Object>> hits(List<Found> hits) {
    return hits.stream().map(this::hit).toList();
  }

  private Map<String, Object> hit(Found hit) {
    var json =
        photo(hit.best(), hit.score())
            .and("match", judge.of(hit).code())
            .and("why", why(hit.why()));
    if (details) {
      json.and(
          "photos", hit.top().stream().map(photo -> photo(photo, photo.score()).map()).toList());
    }
    return json.map();
  }

  private Tree photo(Hit hit, double score) {
    var json = Tree.of("image", image.apply(hit));
    if (details) {
      json.and("id", hit.sha256());
    }
    return json.and("item", hit.item()).and("title", hit.title()).and("score", rounded(score));
  }

  private Map<String, Object> why(List<Share> shares) {
    return Tree.of("parts", shares.stream().map(this::share).toList()).map();
  }

  private Map<String, Object> share(Share share) {
    var json = Tree.of("part", share.part().name());
    if (!share.reading().equals(share.part().name())) {
      json.and("reading", share.reading());
    }
    if (share.rank() > 0) {
      json.and("rank", share.rank());
    }
    json.and("score", rounded(share.score()))
        .and("calibrated", rounded(share.calibrated()))
        .and("added", rounded(share.added()));
    if (!share.matches().isEmpty()) {
      json.and("coverage", rounded(share.coverage()));
      json.and("words", share.matches().stream().map(HitJson::match).toList());
    }
    return json.map();
  }

  private static Map<String, Object> match(TextHit.Match match) {
    var json =
        Tree.of("word", match.word()).and("in", match.role().name().toLowerCase(Locale.ROOT));
    if (!match.found().equals(match.word())) {
      json.and("found", match.found());
    }
    return json.map();
  }

  private static double rounded(double score) {
    return Math.round(score * 1e4) / 1e4;
  }
}
