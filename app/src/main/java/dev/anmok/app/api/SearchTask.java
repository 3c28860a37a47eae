package dev.anmok.app.api;

import dev.anmok.app.category.Categorized;
import dev.anmok.app.feedback.Shown;
import dev.anmok.app.feedback.Tastes;
import dev.anmok.app.feedback.Who;
import dev.anmok.app.http.Reply;
import dev.anmok.app.json.HitJson;
import dev.anmok.app.profile.Personal;
import dev.anmok.app.query.Answered;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.QueryPhoto;
import dev.anmok.app.query.QueryPhotos;
import dev.anmok.app.query.StageTimes;
import dev.anmok.app.query.Wish;
import dev.anmok.core.pipeline.Stages;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.SubQuery;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Answers one search, from what is remembered if the very same was asked of the same catalog.
///
/// @param all whether every photo is searched
/// @param details whether hits list their best photos
/// @param narrow whether the category of query photos counts
/// @param names how photos are called
/// @param photo id of the workspace's photo that is looked for, empty for none
/// @param who searches
record SearchTask(
    Service service,
    Wish wish,
    boolean all,
    boolean details,
    boolean narrow,
    PhotoNames names,
    String photo,
    Who who) {
  Reply run() throws IOException {
    var times = new StageTimes();
    var library = service.library();
    int minSide = finder().minSide(Stages.minSide(library.images()));
    var photos = new QueryPhotos(library::decoder).decoded(wish.wanted().images(), minSide, times);
    var personal = library.session().profile().personal();
    if (!who.isNobody() && (personal.rank() || personal.log())) {
      return personal(personal, photos, times);
    }
    var rest = List.of(photo, all + " " + details + " " + narrow, names.toString());
    var key = service.keys().of(library, wish, photos, rest);
    var known = service.cache().find(key).flatMap(SearchAnswer::parse);
    var answer = known.isPresent() ? known.get() : answer(search(photos, List.of(), times));
    if (known.isEmpty()) {
      service.cache().keep(key, answer.bytes());
    }
    return answer
        .reply()
        .header("Anmok-Cache", known.isPresent() ? "hit" : "miss")
        .header("Server-Timing", timing(times.millis()));
  }

  /// An answer to one person alone, which is not remembered for others.
  private Reply personal(Personal personal, List<QueryPhoto> photos, StageTimes times)
      throws IOException {
    var library = service.library();
    double unit = wish.vectorWeight();
    boolean rank = personal.rank() && wish.fusion() instanceof Fusion.Weighted;
    var tastes =
        rank
            ? times.time(
                "taste",
                () -> new Tastes(library.catalog(), library.space(), personal.rule()).of(who, unit))
            : List.<SubQuery.Taste>of();
    var answered = search(photos, tastes, times);
    var reply = answer(answered).reply().header("Anmok-Cache", "bypass");
    if (personal.log()) {
      var id = UUID.randomUUID().toString();
      var shown = new Shown(who, id, Instant.now(), wish.by(), wish.fusion(), unit);
      service.shown().add(shown.rows(answered.hits(), wish.page().offset() + 1));
      reply.header("Anmok-Answer", id);
    }
    return reply.header("Server-Timing", timing(times.millis()));
  }

  private Answered search(List<QueryPhoto> photos, List<SubQuery.Taste> tastes, StageTimes times)
      throws IOException {
    var decoded = wish.with(wish.wanted().with(photos));
    return finder().search(decoded, tastes, times);
  }

  private Finder finder() throws IOException {
    return narrow ? service.narrowed(all) : service.finder(all);
  }

  private SearchAnswer answer(Answered answered) {
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
