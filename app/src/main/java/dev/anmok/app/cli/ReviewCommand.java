package dev.anmok.app.cli;

import dev.anmok.app.review.Answers;
import dev.anmok.app.review.BlurOpinion;
import dev.anmok.app.review.CategoryOpinion;
import dev.anmok.app.review.QueuePage;
import dev.anmok.app.review.QueuePlace;
import dev.anmok.app.review.QueuedPhoto;
import dev.anmok.app.review.ReviewJson;
import dev.anmok.app.review.ReviewQueue;
import dev.anmok.app.review.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;

/// `anmok review`: the photos that a person should see.
@Command(
    name = "review",
    description = {
      "Lists the photos that a person should see, the least sure first: those of whose blur the",
      "machine is uncertain, and those drawn to check it by. A person's verdict goes before the",
      "machine's. With --subject category: those whose category is uncertain."
    },
    subcommands = {
      ReviewSay.Sharp.class,
      ReviewSay.Blurry.class,
      ReviewSay.As.class,
      ReviewSay.Skip.class,
      ReviewUndo.class,
      ReviewReportCommand.class,
      ReviewAudit.class,
      ReviewExport.class
    })
final class ReviewCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Option(
      names = "--format",
      scope = ScopeType.INHERIT,
      description = "table or json (default: table)")
  private Format format = Format.TABLE;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "what people are asked: blur, category or duplicates (default: blur)")
  private String subject = Subject.BLUR.code();

  @Option(names = "--limit", paramLabel = "N", description = "photos to list (default: 20)")
  private int limit = 20;

  @Option(
      names = "--cursor",
      paramLabel = "TEXT",
      description = "go on after a page: its 'next' in --format json")
  private @Nullable String cursor;

  ReviewCommand(Console console) {
    this.console = console;
  }

  /// Checks the options that all its commands have, and says which workspace they are about.
  Path workspace() {
    subject();
    return root.workspace();
  }

  /// What people are asked.
  Subject subject() {
    try {
      return Subject.parse(subject);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }

  /// Makes it another subject, for commands that are about one only.
  void about(Subject other) {
    subject = other.code();
  }

  boolean json() {
    return format == Format.JSON;
  }

  @Override
  public Integer call() throws IOException {
    var after = after();
    if (limit < 1 || limit > ReviewQueue.MAX_LIMIT) {
      throw new UsageException("--limit must be 1.." + ReviewQueue.MAX_LIMIT + ", was " + limit);
    }
    try (var open = OpenReview.read(workspace(), subject())) {
      var page = ReviewQueue.of(open.reviews(), open.opinions()).page(after, limit);
      if (json()) {
        JsonResult.print(
            console.out(),
            ReviewJson.page(
                    open.answers(),
                    page,
                    queued -> ReviewJson.photo(open.answers(), queued, queued.photo().uri()))
                .map());
      } else {
        print(open.answers(), page);
      }
    }
    return 0;
  }

  private @Nullable QueuePlace after() {
    try {
      return cursor == null ? null : QueuePlace.parse(cursor);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }

  private void print(Answers answers, QueuePage page) {
    var lengths = page.lengths();
    if (!page.photos().isEmpty()) {
      var table = new Table("id", "why", "score", "machine says", "photo");
      page.photos().forEach(queued -> row(answers, table, queued));
      table.print(console.out());
    }
    console.say(
        "%d photos wait: %d drawn for an audit, %d uncertain, %d skipped",
        lengths.waiting(), lengths.audits(), lengths.uncertain(), lengths.skipped());
    if (lengths.unmeasured() > 0) {
      console.say(
          "note: %d photos lack what the method looks at: ingest them again with a profile that has"
              + " 'measure: native', such as album",
          lengths.unmeasured());
    }
    page.next().ifPresent(next -> console.say("more: anmok review --cursor %s", next));
  }

  private static void row(Answers answers, Table table, QueuedPhoto queued) {
    var opinion = queued.opinion();
    var evidence =
        switch (opinion) {
          case BlurOpinion blur ->
              blur.verdict().evidence().stream()
                  .map(e ->
                      String.format(Locale.ROOT, "%s %.4g of %.4g", e.what(), e.value(), e.limit()))
                  .collect(Collectors.joining(", ", " (", ")"));
          case CategoryOpinion category ->
              category.decision().scores().stream()
                  .limit(2)
                  .map(s -> String.format(Locale.ROOT, "%s %+.4f", s.category(), s.margin()))
                  .collect(Collectors.joining(", ", " (", ")"));
        };
    table.row(
        queued.photo().photo().sha256(),
        queued.place().why().code(),
        Figures.number(opinion.machine().score()),
        answers.word(opinion.machine().verdict()) + evidence,
        Paths.show(queued.photo().uri()));
  }
}
