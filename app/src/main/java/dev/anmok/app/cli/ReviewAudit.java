package dev.anmok.app.cli;

import dev.anmok.app.review.AuditSample;
import dev.anmok.app.review.Survey;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok review audit`: puts photos that the machine is sure of into the queue.
@Command(
    name = "audit",
    description = {
      "Draws photos at random of which the machine is sure, as many of each verdict as there are",
      "photos for, and puts them into the queue: what people say of them is what the report",
      "measures precision by."
    })
final class ReviewAudit implements Callable<Integer> {
  private final Console console;
  @ParentCommand private ReviewCommand review;

  @Parameters(paramLabel = "N", description = "how many photos, at most 10000")
  private int size;

  ReviewAudit(Console console) {
    this.console = console;
    this.review = new ReviewCommand(console);
  }

  @Override
  public Integer call() throws IOException {
    if (size < 1 || size > AuditSample.MAX_SIZE) {
      throw new UsageException(
          "an audit must have 1.." + AuditSample.MAX_SIZE + " photos, was " + size);
    }
    try (var open = OpenReview.update(review.workspace(), review.subject())) {
      var random = new SecureRandom();
      var survey = Survey.of(open.reviews(), open.opinions());
      print(new AuditSample(open.reviews(), open.opinions(), survey, random).draw(size));
    }
    return 0;
  }

  private void print(Map<String, Integer> drawn) {
    if (review.json()) {
      JsonResult.print(console.out(), Map.of("drawn", drawn));
      return;
    }
    if (drawn.isEmpty()) {
      console.print("drawn  0: the machine is sure of no photo that was not drawn before");
      return;
    }
    console.print(
        "drawn  %d: %s",
        drawn.values().stream().mapToInt(Integer::intValue).sum(),
        drawn.entrySet().stream()
            .map(verdict -> verdict.getValue() + " " + verdict.getKey())
            .collect(Collectors.joining(", ")));
  }
}
