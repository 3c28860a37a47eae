package dev.anmok.app.review;

import dev.anmok.app.json.ShareJson;
import dev.anmok.app.json.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reports as trees that become JSON.
public final class ReportJson {
  private ReportJson() {}

  /// How well the machine does by what people say of single photos.
  public static Map<String, Object> of(ReviewReport report) {
    var photos = report.photos();
    var json =
        Tree.of("subject", report.answers().subject().code())
            .and("method", report.method())
            .and("version", report.version())
            .and(
                "photos",
                Tree.of("all", photos.all())
                    .and("decided_by_machine", photos.machine())
                    .and("decided_by_people", photos.people())
                    .and("waiting", photos.waiting())
                    .and("not_measured", photos.unmeasured())
                    .map())
            .and("reviews_saved", photos.saved());
    if (report.answers().subject() == Subject.BLUR) {
      json.and("precision", ShareJson.of(report.precision()))
          .and("missed", ShareJson.of(report.missed()));
    } else {
      json.and("agreement", ShareJson.of(report.agreement()))
          .and("proposals", ShareJson.of(report.proposals()));
    }
    return json.and("verdicts", verdicts(report)).and("people", people(report)).map();
  }

  private static List<Map<String, Object>> verdicts(ReviewReport report) {
    var answers = report.answers();
    var verdicts = new ArrayList<Map<String, Object>>();
    report
        .verdicts()
        .forEach((verdict, tally) -> {
          var json =
              Tree.of("verdict", answers.word(verdict))
                  .and("photos", tally.photos())
                  .and("drawn", tally.drawn());
          if (answers.subject() == Subject.BLUR) {
            json.and("people_sharp", tally.said().getOrDefault("sharp", 0L))
                .and("people_blurry", tally.said().getOrDefault("blurry", 0L));
          } else {
            json.and("people", words(answers, tally.said()));
          }
          verdicts.add(json.map());
        });
    return verdicts;
  }

  private static Map<String, Object> people(ReviewReport report) {
    var people = report.people();
    return Tree.of("verdicts", words(report.answers(), people.standing()))
        .and("reviewers", people.reviews())
        .and("disputed", people.disputed())
        .map();
  }

  private static Map<String, Long> words(Answers answers, Map<String, Long> counts) {
    var words = new LinkedHashMap<String, Long>();
    counts.forEach((code, count) -> words.put(answers.word(code), count));
    return words;
  }

  /// How often people agree with the machine on copies.
  public static Map<String, Object> of(CopyReport report) {
    return Tree.of("subject", Subject.DUPLICATES.code())
        .and("method", CopyGroups.METHOD)
        .and("version", report.version())
        .and("groups", Tree.of("all", report.groups()).and("waiting", report.waiting()).map())
        .and("keeper", ShareJson.of(report.keeper()))
        .and("copies", ShareJson.of(report.copies()))
        .and(
            "people",
            Tree.of("verdicts", report.standing()).and("reviewers", report.reviews()).map())
        .map();
  }
}
