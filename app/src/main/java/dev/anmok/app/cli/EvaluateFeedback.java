package dev.anmok.app.cli;

import dev.anmok.app.feedback.Replay;
import dev.anmok.app.json.Tree;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.evaluate.ReplayFigures;
import dev.anmok.core.search.TasteRule;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok evaluate feedback`: whether personal ranking would have helped.
@Command(
    name = "feedback",
    description = {
      "Replays the logged answers: each of which something was clicked or liked is ranked again by",
      "the taste that its owner had shown before it. Says whether that would have helped; only then",
      "switch it on, with 'rank: on' in the profile's 'personal:'."
    })
final class EvaluateFeedback implements Callable<Integer> {
  private static final double MILLIS_A_DAY = 24 * 60 * 60 * 1_000.0;

  private final Console console;
  @ParentCommand private EvaluateCommand evaluate = new EvaluateCommand();

  @Option(
      names = "--weight",
      paramLabel = "W",
      description =
          "how far a taste moves a hit, in full matches by looks (default: the profile's)")
  private @Nullable Double weight;

  @Option(
      names = "--half-life",
      paramLabel = "DAYS",
      description = "after which a reaction counts half (default: the profile's)")
  private @Nullable Double halfLife;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  EvaluateFeedback(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (var session = Session.read(evaluate.workspace(), Optional.empty());
        var index = Indexes.open(session)) {
      var rule = rule(session.profile().personal().rule());
      var figures = new Replay(session, index).run(rule);
      if (format == Format.JSON) {
        JsonResult.print(console.out(), json(rule, figures));
      } else {
        print(rule, figures);
      }
    }
    return 0;
  }

  private TasteRule rule(TasteRule otherwise) {
    return UsageException.reading(
        "--weight, --half-life",
        () ->
            new TasteRule(
                weight == null ? otherwise.weight() : weight,
                halfLife == null
                    ? otherwise.halfLife()
                    : Duration.ofMillis(Math.round(halfLife * MILLIS_A_DAY)),
                otherwise.most(),
                otherwise.least()));
  }

  private static double days(TasteRule rule) {
    return rule.halfLife().toMillis() / MILLIS_A_DAY;
  }

  private void print(TasteRule rule, ReplayFigures figures) {
    console.print(
        "weight %s, half-life %s days, the newest %d reactions, at least %d a side",
        Figures.number(rule.weight()), Figures.number(days(rule)), rule.most(), rule.least());
    console.print(
        "%d answers of which something was clicked or liked; %d without scores, %d already shown in"
            + " another order",
        figures.answers(), figures.withoutScores(), figures.reordered());
    console.print(
        "%d of them after their owner had shown a taste, by %d people or shops",
        figures.compared(), figures.owners());
    if (figures.compared() > 0) {
      var table = new Table("figure", "as shown", "with taste", "difference", "95 %");
      row(table, "MRR", figures.reciprocalRank());
      row(table, "nDCG", figures.discountedGain());
      row(table, "RR, places weighed", figures.weighedRank());
      table.print(console.out());
    }
    console.print("%s", sentence(figures));
  }

  private static void row(Table table, String name, ReplayFigures.Change change) {
    var difference = change.difference();
    table.row(
        name,
        fixed(change.before()),
        fixed(change.after()),
        signed(difference.value()),
        signed(difference.low()) + ".." + signed(difference.high()));
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }

  private static String sentence(ReplayFigures figures) {
    return switch (figures.verdict()) {
      case HELPED ->
          "It would have helped: MRR rises even with every click at its face value.";
      case PERHAPS ->
          "It may have helped: MRR does not rise, but it would if high places are clicked for being"
              + " seen; only a trial with some people can tell.";
      case HURT ->
          "It would have hurt: clicked hits sink even if high places are clicked for being seen.";
      case NO_DIFFERENCE -> "No difference seen: the intervals hold 0, or differ by the place alone.";
      case TOO_FEW ->
          "Too little to say: at least "
              + ReplayFigures.LEAST_OWNERS
              + " people or shops with a taste and a later click are needed.";
    };
  }

  private static Map<String, Object> json(TasteRule rule, ReplayFigures figures) {
    return Tree.of("weight", rule.weight())
        .and("half_life_days", days(rule))
        .and("answers", figures.answers())
        .and("without_scores", figures.withoutScores())
        .and("reordered", figures.reordered())
        .and("compared", figures.compared())
        .and("owners", figures.owners())
        .and("mrr", json(figures.reciprocalRank()))
        .and("ndcg", json(figures.discountedGain()))
        .and("weighed_rr", json(figures.weighedRank()))
        .and("verdict", figures.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .map();
  }

  private static Map<String, Object> json(ReplayFigures.Change change) {
    return Tree.empty()
        .andFinite("before", change.before())
        .andFinite("after", change.after())
        .andFinite("difference", change.difference().value())
        .andFinite("low", change.difference().low())
        .andFinite("high", change.difference().high())
        .map();
  }
}
