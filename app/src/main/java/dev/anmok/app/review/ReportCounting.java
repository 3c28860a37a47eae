package dev.anmok.app.review;

import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts a report together: from the survey who would decide without people, then review by review
/// what they changed. For one thread.
final class ReportCounting {
  private final Opinions opinions;
  private final Survey survey;
  private final Map<String, Long> drawn = new TreeMap<>();
  private final Map<String, Map<String, Long>> said = new TreeMap<>();
  private final Map<String, Long> standing = new TreeMap<>();
  private long machine;
  private long people;
  private long waiting;
  private long unmeasured;
  private long proposed;
  private long answered;

  ReportCounting(Opinions opinions, Survey survey) {
    this.opinions = opinions;
    this.survey = survey;
  }

  ReviewReport count(Reviews reviews) throws IOException {
    var counts = survey.counts();
    waiting = counts.getOrDefault("uncertain", 0L);
    machine = counts.values().stream().mapToLong(Long::longValue).sum() - waiting;
    unmeasured = survey.size() - machine - waiting;
    var audited = new HashSet<String>();
    try (var all = reviews.drawn(opinions.subject(), opinions.version())) {
      all.forEach(each -> survey.of(each.photo().sha256()).ifPresent(row -> audit(row, audited)));
    }
    try (var all = reviews.standing(opinions.subject())) {
      all.forEach(review -> survey.of(review.sha256()).ifPresent(row -> add(row, review, audited)));
    }
    return report(counts, people(reviews));
  }

  private void audit(Survey.Row row, Set<String> audited) {
    audited.add(row.sha256());
    drawn.merge(row.key(), 1L, Long::sum);
  }

  /// Verdicts that the machine is sure of are checked by drawn photos only: what people picked out
  /// themselves is no fair sample.
  private void add(Survey.Row row, Review review, Set<String> audited) {
    standing.merge(review.verdict(), 1L, Long::sum);
    if (!review.decided()) {
      return;
    }
    people++;
    if (!row.measured()) {
      unmeasured--;
    } else if (row.uncertain()) {
      waiting--;
      answered++;
      proposed += row.verdict().equals(review.verdict()) ? 1 : 0;
    } else {
      machine--;
    }
    if (row.measured() && (row.uncertain() || audited.contains(row.sha256()))) {
      said.computeIfAbsent(row.key(), _ -> new TreeMap<>()).merge(review.verdict(), 1L, Long::sum);
    }
  }

  private ReviewReport.People people(Reviews reviews) throws IOException {
    var byReviewer = new TreeMap<String, Long>();
    var last = new HashMap<String, Map<String, String>>();
    try (var all = reviews.all(opinions.subject())) {
      all.forEach(review -> {
        byReviewer.merge(review.reviewer(), 1L, Long::sum);
        if (review.decided() && survey.of(review.sha256()).isPresent()) {
          last.computeIfAbsent(review.sha256(), _ -> new TreeMap<>())
              .put(review.reviewer(), review.verdict());
        }
      });
    }
    long disputed =
        last.values().stream().filter(each -> new HashSet<>(each.values()).size() > 1).count();
    return new ReviewReport.People(standing, byReviewer, disputed);
  }

  private ReviewReport report(Map<String, Long> counts, ReviewReport.People people) {
    var verdicts = new TreeMap<String, ReviewReport.VerdictTally>();
    counts.forEach((key, photos) ->
        verdicts.put(
            key,
            new ReviewReport.VerdictTally(
                photos, drawn.getOrDefault(key, 0L), said.getOrDefault(key, Map.of()))));
    boolean proposes = opinions.answers().subject() != Subject.BLUR;
    return new ReviewReport(
        opinions.answers(),
        opinions.method(),
        opinions.version(),
        new ReviewReport.Deciders(machine, this.people, waiting, unmeasured),
        verdicts,
        proposes ? new Proportion(proposed, answered) : new Proportion(0, 0),
        people);
  }
}
