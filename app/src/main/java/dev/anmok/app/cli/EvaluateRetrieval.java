package dev.anmok.app.cli;

import dev.anmok.app.profile.Mode;
import dev.anmok.app.retrieval.PairRun;
import dev.anmok.app.source.PairFile;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.MatchScales;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.evaluate.RankedAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok evaluate retrieval`: what labelled queries find, and what strengths are worth.
@Command(
    name = "retrieval",
    description = {
      "Recall, MRR and nDCG of labelled queries by language, and what strong, fair and weak are",
      "worth; or, with --pairs, how often a sentence finds its translation among all."
    })
final class EvaluateRetrieval implements Callable<Integer> {
  private static final int DEEPEST = 1_000;
  private static final int READ = 100;

  private final Console console;
  @ParentCommand private EvaluateCommand evaluate = new EvaluateCommand();
  @Mixin private QueryOptions queries = new QueryOptions();

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description = {
        "sentences with their translations: tab-separated, or FILE.ko beside FILE.en;",
        "needs no workspace"
      })
  private @Nullable Path pairs;

  @Option(
      names = "--columns",
      paramLabel = "KO,EN",
      description = "with --pairs: numbers of the columns, from 1 (default: found in the file)")
  private @Nullable String columns;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "with --pairs: sentences asked for, evenly drawn (default: 1000)")
  private int limit = 1_000;

  @Option(
      names = "--method",
      split = ",",
      paramLabel = "M",
      description = "vector, words, hybrid (default: all)")
  private List<Mode> methods = List.of(Mode.values());

  @Mixin private BlendOptions blend = new BlendOptions();

  @Option(
      names = "-k",
      paramLabel = "N",
      description = "hits a query whose strength counts (default: 10)")
  private int k = 10;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  EvaluateRetrieval(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (k < 1 || k > DEEPEST || limit < 1) {
      throw new UsageException("-k must be 1.." + DEEPEST + ", --limit at least 1");
    }
    if ((pairs == null) == !queries.hasFile()) {
      throw new UsageException("give either --queries FILE or --pairs FILE");
    }
    var figures = new RetrievalTable(console, k);
    if (pairs == null) {
      if (columns != null) {
        throw new UsageException("--columns goes with --pairs only");
      }
      labelled(figures);
    } else {
      if (queries.given()) {
        throw new UsageException("--part and --skip-unknown go with --queries only");
      }
      translations(pairs, figures);
    }
    figures.print(format);
    return 0;
  }

  private void labelled(RetrievalTable figures) throws IOException {
    try (var session = Session.read(evaluate.workspace(), Optional.empty());
        var index = Indexes.open(session)) {
      var scale = MatchScales.find(new Calibrations(session.workspace().catalog(), session.pack()));
      console.say("%d photos; strengths: %s", index.size(), scale.origin());
      queries.with(
          session,
          index,
          run -> {
            for (var method : methods) {
              add(
                  figures,
                  method.code(),
                  run.answers(method, blend.weights(), blend.fusion(), Math.max(k, READ)));
            }
            run.refused()
                .forEach((why, n) -> console.say("note: %d queries found nothing: %s", n, why));
          });
    }
  }

  /// All answers together, then those of each language if there are several.
  private static void add(RetrievalTable figures, String method, List<RankedAnswer> answers) {
    var languages = new TreeMap<String, List<RankedAnswer>>();
    for (var answer : answers) {
      languages.computeIfAbsent(answer.language(), _ -> new ArrayList<>()).add(answer);
    }
    languages.forEach((language, some) -> figures.add(method, language, some));
    if (languages.size() > 1) {
      figures.add(method, "all", answers);
    }
  }

  private void translations(Path file, RetrievalTable figures) throws IOException {
    var sentences = PairFile.read(file, Optional.ofNullable(columns));
    try (var run = PairRun.of(Models.embedded(), sentences, limit)) {
      console.say(
          "%d pairs, %d Korean and %d English sentences, %d asked for",
          sentences.size(), run.korean(), run.english(), run.asked());
      for (var method : methods) {
        if (method != Mode.HYBRID) {
          figures.add(method.code(), "ko→en", run.answers(method, true));
          figures.add(method.code(), "en→ko", run.answers(method, false));
        }
      }
    }
  }
}
