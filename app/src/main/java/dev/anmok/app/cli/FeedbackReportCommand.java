package dev.anmok.app.cli;

import dev.anmok.app.feedback.FeedbackJson;
import dev.anmok.app.feedback.Reporting;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.evaluate.FeedbackReport;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok feedback report`: counts, rates by place, satisfaction, complaints.
@Command(
    name = "report",
    description = {
      "Prints how often each kind happened, click-through and like rates by place in the answer,",
      "the share of likes among opinions, and what was disliked or in a wrong category."
    })
final class FeedbackReportCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private FeedbackCommand feedback;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  FeedbackReportCommand(Console console) {
    this.console = console;
    this.feedback = new FeedbackCommand();
  }

  @Override
  public Integer call() throws IOException {
    try (var session = Session.read(feedback.workspace(), Optional.empty())) {
      var report = new Reporting(session).report();
      if (format == Format.JSON) {
        JsonResult.print(console.out(), FeedbackJson.report(report));
      } else {
        print(report);
      }
    }
    return 0;
  }

  private void print(FeedbackReport report) {
    var counts = new Table("kind", "count");
    report.counts().forEach((kind, count) -> counts.row(kind.code(), count));
    counts.print(console.out());
    console.print("answers logged  %d", report.answers());
    console.print(
        "satisfaction    %s (likes among likes and dislikes)", Shares.show(report.satisfaction()));
    if (!report.positions().isEmpty()) {
      var places = new Table("place", "clicked", "liked");
      report
          .positions()
          .forEach(place ->
              places.row(
                  place.position(), Shares.show(place.clicked()), Shares.show(place.liked())));
      places.print(console.out());
    }
    if (!report.disliked().isEmpty()) {
      var disliked = new Table("disliked", "dislikes among opinions");
      report.disliked().forEach(each -> disliked.row(each.subject(), Shares.show(each.opinions())));
      disliked.print(console.out());
    }
    if (!report.wrong().isEmpty()) {
      var wrong = new Table("category", "people say", "count");
      report
          .wrong()
          .forEach(each ->
              wrong.row(each.shown().isEmpty() ? "-" : each.shown(), each.right(), each.count()));
      wrong.print(console.out());
    }
  }
}
