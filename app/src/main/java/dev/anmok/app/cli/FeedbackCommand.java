package dev.anmok.app.cli;

import dev.anmok.app.feedback.FeedbackFile;
import dev.anmok.app.workspace.Workspace;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok feedback`: what people made of answers.
@Command(
    name = "feedback",
    description = "Stores, reports, exports and forgets what people made of answers.",
    subcommands = {
      FeedbackCommand.Add.class,
      FeedbackCommand.Import.class,
      FeedbackReportCommand.class,
      FeedbackExport.class,
      FeedbackCommand.Forget.class
    })
final class FeedbackCommand implements Callable<Integer> {
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  Path workspace() {
    return root.workspace();
  }

  @Override
  public Integer call() {
    throw new UsageException("say what to do: add, import, report, export or forget");
  }

  /// `anmok feedback add`.
  @Command(name = "add", description = "Stores that something happened to an item or a photo.")
  static final class Add implements Callable<Integer> {
    private final Console console;
    @ParentCommand private FeedbackCommand feedback;

    @Option(
        names = "--kind",
        required = true,
        paramLabel = "KIND",
        description = "shown, clicked, liked, disliked or wrong-category")
    private String kind = "";

    @Option(names = "--person", paramLabel = "ID", description = "who did it")
    private String person = "";

    @Option(names = "--shop", paramLabel = "ID", description = "where")
    private String shop = "";

    @Option(names = "--answer", paramLabel = "ID", description = "the answer it stood in")
    private String answer = "";

    @Option(names = "--item", paramLabel = "ID", description = "the item")
    private String item = "";

    @Option(names = "--photo", paramLabel = "ID", description = "the photo, by its digest")
    private String photo = "";

    @Option(names = "--position", paramLabel = "N", description = "place in the answer, from 1")
    private int position;

    @Option(
        names = "--category",
        paramLabel = "NAME",
        description = "with --kind wrong-category: the right one")
    private String category = "";

    @Option(
        names = "--at",
        paramLabel = "TIME",
        description = "when, such as 2026-03-01T12:00:00Z or 2026-03-01 (default: now)")
    private @Nullable String at;

    Add(Console console) {
      this.console = console;
      this.feedback = new FeedbackCommand();
    }

    @Override
    public Integer call() throws IOException {
      var time = at == null ? Instant.now() : time("--at", at);
      var row =
          UsageException.reading(
              "feedback add",
              () ->
                  new Feedback(
                      FeedbackKind.parse(kind),
                      time,
                      person,
                      shop,
                      answer,
                      item,
                      photo,
                      position,
                      Double.NaN,
                      category));
      try (var workspace = Workspace.update(feedback.workspace())) {
        int stored = workspace.catalog().feedback().store(List.of(row));
        console.say(stored == 1 ? "stored" : "known already, nothing stored");
      } catch (IllegalArgumentException e) {
        throw new UsageException(e.getMessage() + " in " + feedback.workspace());
      }
      return 0;
    }
  }

  /// `anmok feedback import`.
  @Command(
      name = "import",
      description = {
        "Stores what a file says, one JSON object a line, such as {\"kind\":\"liked\",",
        "\"at\":\"2026-03-01T12:00:00Z\",\"person\":\"kim\",\"item\":\"A7\"}; what is stored",
        "already does not count twice."
      })
  static final class Import implements Callable<Integer> {
    private final Console console;
    @ParentCommand private FeedbackCommand feedback;

    @Parameters(paramLabel = "FILE", description = "a .jsonl file")
    private Path file = Path.of("");

    Import(Console console) {
      this.console = console;
      this.feedback = new FeedbackCommand();
    }

    @Override
    public Integer call() throws IOException {
      try (var workspace = Workspace.update(feedback.workspace())) {
        var stored = new FeedbackFile(file).store(workspace.catalog().feedback());
        console.say(
            "%d lines read, %d stored, %d known already",
            stored.rows(), stored.changed(), stored.rows() - stored.changed());
      }
      return 0;
    }
  }

  /// `anmok feedback forget`.
  @Command(
      name = "forget",
      description = "Takes out, for good, what a person did, or what happened before a date.")
  static final class Forget implements Callable<Integer> {
    private final Console console;
    @ParentCommand private FeedbackCommand feedback;

    @Option(names = "--person", paramLabel = "ID", description = "whose feedback")
    private @Nullable String person;

    @Option(
        names = "--before",
        paramLabel = "DATE",
        description = "what is older than this day (UTC), such as 2026-03-01")
    private @Nullable String before;

    Forget(Console console) {
      this.console = console;
      this.feedback = new FeedbackCommand();
    }

    @Override
    public Integer call() throws IOException {
      if ((person == null) == (before == null)) {
        throw new UsageException("give either --person ID or --before DATE");
      }
      var day = Optional.ofNullable(before).map(text -> time("--before", text));
      var id =
          Optional.ofNullable(person)
              .map(name ->
                  UsageException.reading("--person", () -> Feedback.requireOwner("person", name)));
      try (var workspace = Workspace.update(feedback.workspace())) {
        var log = workspace.catalog().feedback();
        console.say(
            "%d rows forgotten",
            day.isPresent() ? log.forgetBefore(day.get()) : log.forget(id.orElseThrow()));
      }
      return 0;
    }
  }

  private static Instant time(String option, String text) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new UsageException(
          option + " must be a day such as 2026-03-01 or a time such as 2026-03-01T12:00:00Z");
    }
  }
}
