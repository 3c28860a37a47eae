package dev.anmok.app.cli;

import dev.anmok.app.album.LowQualityAnswer;
import dev.anmok.app.album.LowQualityJob;
import dev.anmok.app.album.LowQualityOptions;
import dev.anmok.core.curate.Criterion;
import dev.anmok.core.curate.LowQualityVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok low-quality`: lists photos with technical faults.
@Command(
    name = "low-quality",
    description = {
      "Lists photos with technical faults: blurred, noisy, compressed, dark, too small.",
      "--details shows every photo with the value of each criterion."
    })
final class LowQualityCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();
  @Mixin private AlbumInput input = new AlbumInput();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "any, k-of-n (with --faults), 2-of-n, … or weighted (with --limit)")
  private @Nullable String rule;

  @Option(names = "--faults", paramLabel = "K", description = "criteria that must fail")
  private @Nullable String faults;

  @Option(
      names = "--limit",
      paramLabel = "W",
      description = "weights of failed criteria that are enough")
  private @Nullable String limit;

  @Option(
      names = "--criteria",
      paramLabel = "A,B",
      description = "judge by these criteria only (default: the profile's)")
  private @Nullable String criteria;

  LowQualityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var options = options();
    input.ask(
        root.workspace(),
        console,
        (context, photos) -> {
          var job = LowQualityJob.bind(context);
          check(job, options);
          var answer = job.answer(photos, options);
          print(answer);
          return answer;
        });
    return 0;
  }

  private LowQualityOptions options() {
    var given = new HashMap<String, String>();
    put(given, "rule", rule);
    put(given, "faults", faults);
    put(given, "limit", limit);
    put(given, "criteria", criteria);
    given.put("all", "" + input.details());
    try {
      return LowQualityOptions.read(name -> Optional.ofNullable(given.get(name)));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (value != null) {
      given.put(name, value);
    }
  }

  private static void check(LowQualityJob job, LowQualityOptions options) {
    try {
      job.judge(options);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private void print(LowQualityAnswer answer) {
    answer.notes().forEach(note -> console.say("note: %s", note));
    answer.warning().ifPresent(warning -> console.say("warning: %s", warning));
    if (input.format() == Format.JSON) {
      if (input.details()) {
        JsonResult.print(console.out(), answer.details());
      } else {
        JsonResult.print(console.out(), answer.plain());
      }
      return;
    }
    if (!answer.verdicts().isEmpty()) {
      (input.details() ? full(answer) : brief(answer)).print(console.out());
    }
    console.say(
        "%d of %d photos are of low quality", answer.share().low(), answer.share().photos());
  }

  private static Table brief(LowQualityAnswer answer) {
    var table = new Table("photo", "why");
    answer
        .verdicts()
        .forEach(verdict ->
            table.row(
                Paths.show(verdict.uri()), String.join("; ", LowQualityAnswer.reasons(verdict))));
    return table;
  }

  /// A column for each criterion; a value that fails has an exclamation mark.
  private static Table full(LowQualityAnswer answer) {
    var header = new ArrayList<>(List.of("photo", "low"));
    answer.criteria().forEach(criterion -> header.add(criterion.name()));
    var table = new Table(header.toArray(String[]::new));
    for (var verdict : answer.verdicts()) {
      var cells =
          new ArrayList<Object>(List.of(Paths.show(verdict.uri()), verdict.low() ? "low" : ""));
      verdict.findings().forEach(finding -> cells.add(cell(finding)));
      table.row(cells.toArray());
    }
    return table;
  }

  private static String cell(LowQualityVerdict.Finding finding) {
    var value = String.format(Locale.ROOT, "%.4g", finding.value());
    return switch (finding.state()) {
      case PASSES -> value;
      case FAILS -> value + "!";
      case NO_THRESHOLD -> value + " (no threshold)";
      case NOT_MEASURED -> Criterion.State.NOT_MEASURED.code();
    };
  }
}
