package dev.anmok.app.api;

import dev.anmok.app.cache.CacheKey;
import dev.anmok.app.category.Categorized;
import dev.anmok.app.http.Reply;
import dev.anmok.app.json.HitJson;
import dev.anmok.app.query.Answered;
import dev.anmok.app.query.QueryPhoto;
import dev.anmok.app.query.QueryPhotos;
import dev.anmok.app.query.StageTimes;
import dev.anmok.app.query.Wish;
import dev.anmok.core.pipeline.Stages;
import dev.anmok.core.quality.PixelDigest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Answers one search, from what is remembered if the very same was asked of the same catalog.
///
/// @param all whether every photo is searched
/// @param details whether hits list their best photos
/// @param narrow whether the category of query photos counts
/// @param names how photos are called
/// @param photo id of the workspace's photo that is looked for, empty for none
record SearchTask(
    Service service,
    Wish wish,
    boolean all,
    boolean details,
    boolean narrow,
    PhotoNames names,
    String photo) {
  Reply run() throws IOException {
    var times = new StageTimes();
    var library = service.library();
    var photos =
        new QueryPhotos(library::decoder)
            .decoded(wish.wanted().images(), Stages.minSide(library.images()), times);
    var key = key(photos);
    var known = service.cache().find(key).flatMap(SearchAnswer::parse);
    var answer = known.isPresent() ? known.get() : search(photos, times);
    if (known.isEmpty()) {
      service.cache().keep(key, answer.bytes());
    }
    return answer
        .reply()
        .header("Anmok-Cache", known.isPresent() ? "hit" : "miss")
        .header("Server-Timing", timing(times.millis()));
  }

  /// All that an answer depends on; a change of the catalog or the index makes another key.
  private CacheKey key(List<QueryPhoto> photos) throws IOException {
    var library = service.library();
    var wanted = wish.wanted();
    var parts = new ArrayList<String>();
    parts.add(library.space().id());
    parts.add(library.index().generation() + " " + library.catalog().generation());
    parts.add(wanted.texts() + "\n" + wanted.less());
    parts.add(photo);
    for (var each : photos) {
      if (each instanceof QueryPhoto.Picture(_, var pixels)) {
        parts.add(PixelDigest.of(pixels));
      }
    }
    var rest = List.of(wish.mode(), wish.weights(), wish.fusion(), wish.by(), wish.filter());
    parts.add(rest + " " + wish.page() + " " + all + " " + details + " " + narrow + " " + names);
    return CacheKey.of("answer", parts);
  }

  private SearchAnswer search(List<QueryPhoto> photos, StageTimes times) throws IOException {
    var finder = narrow ? service.narrowed(all) : service.finder(all);
    var answered = finder.search(wish.with(wish.wanted().with(photos)), times);
    var json = new HitJson(details, answered.judge(), hit -> names.name(hit.uri(), hit.sha256()));
    return new SearchAnswer(headers(answered), Reply.jsonText(json.hits(answered.hits())));
  }

  /// What is to be said of the hits as a whole: how far the best can be trusted, whether there are
  /// more, what the photos were taken for, and how the words were understood.
  private static Map<String, String> headers(Answered answered) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Anmok-Match", answered.judge().refuses(answered.hits()) ? "none" : "found");
    headers.put("Anmok-More", Boolean.toString(answered.more()));
    answered
        .category()
        .map(Categorized::guess)
        .ifPresent(guess ->
            headers.put(
                "Anmok-Category",
                String.format(
                    Locale.ROOT,
                    "%s; path=%s; confidence=%.4f",
                    guess.verdict(),
                    URLEncoder.encode(guess.path(), StandardCharsets.UTF_8),
                    guess.confidence())));
    if (!answered.notes().isEmpty()) {
      var notes = String.join("; ", answered.notes());
      headers.put("Anmok-Notes", URLEncoder.encode(notes, StandardCharsets.UTF_8));
    }
    return headers;
  }

  /// The stages' times as browsers show them.
  private static String timing(Map<String, Double> millis) {
    return millis.entrySet().stream()
        .map(each -> String.format(Locale.ROOT, "%s;dur=%.2f", each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }
}
