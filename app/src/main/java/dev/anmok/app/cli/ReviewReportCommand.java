package dev.anmok.app.cli;

import dev.anmok.app.review.ReportJson;
import dev.anmok.app.review.ReviewReport;
import dev.anmok.app.review.Subject;
import dev.anmok.core.evaluate.Proportion;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `anmok review report`: how much work the machine saved, and how well it did by what people said.
@Command(
    name = "report",
    description = {
      "Prints who decided about how many photos, and how often people agree with the machine on",
      "photos drawn by 'anmok review audit N'."
    })
final class ReviewReportCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private ReviewCommand review;

  ReviewReportCommand(Console console) {
    this.console = console;
    this.review = new ReviewCommand(console);
  }

  @Override
  public Integer call() throws IOException {
    try (var open = OpenReview.read(review.workspace(), review.subject())) {
      var report = ReviewReport.of(open.reviews(), open.opinions());
      if (review.json()) {
        JsonResult.print(console.out(), ReportJson.of(report));
      } else {
        print(report);
      }
    }
    return 0;
  }

  private void print(ReviewReport report) {
    var photos = report.photos();
    console.print("method      %s (version %s)", report.method(), report.version());
    console.print(
        "photos      %d: %d decided by the machine, %d by people, %d wait, %d not measured",
        photos.all(), photos.machine(), photos.people(), photos.waiting(), photos.unmeasured());
    console.print("saved       %.1f %% of the photos took no person", 100 * photos.saved());
    if (report.answers().subject() == Subject.BLUR) {
      console.print("precision   %s", share(report.precision(), "photos called blurry"));
      console.print("missed      %s", share(report.missed(), "photos called sharp"));
    } else {
      console.print("agreement   %s", share(report.agreement(), "photos that it is sure of"));
      console.print("proposals   %s", share(report.proposals(), "photos that it is unsure of"));
    }
    if (!report.verdicts().isEmpty()) {
      console.print("");
      verdicts(report).print(console.out());
      console.print("");
    }
    console.print("people      %s", counts(report.people().standing()));
    console.print("reviewers   %s", counts(report.people().reviews()));
    console.print("disputed    %d", report.people().disputed());
  }

  private static Table verdicts(ReviewReport report) {
    var answers = report.answers();
    if (answers.subject() == Subject.BLUR) {
      var table = new Table("machine", "photos", "drawn", "people: sharp", "people: blurry");
      report
          .verdicts()
          .forEach((verdict, tally) ->
              table.row(
                  verdict,
                  tally.photos(),
                  tally.drawn(),
                  tally.said().getOrDefault("sharp", 0L),
                  tally.said().getOrDefault("blurry", 0L)));
      return table;
    }
    var table = new Table("machine", "photos", "drawn", "people: the same", "people: decided");
    report
        .verdicts()
        .forEach((verdict, tally) -> {
          var same = tally.share(verdict);
          table.row(
              answers.word(verdict),
              tally.photos(),
              tally.drawn(),
              same.successes(),
              same.trials());
        });
    return table;
  }

  private static String share(Proportion share, String of) {
    return share.trials() == 0
        ? "not known: no " + of + " were drawn and decided; see 'anmok review audit'"
        : Figures.share(share);
  }

  private static String counts(Map<String, Long> counts) {
    return counts.isEmpty()
        ? "none yet"
        : counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
  }
}
