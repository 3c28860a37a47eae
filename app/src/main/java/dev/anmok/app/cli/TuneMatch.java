package dev.anmok.app.cli;

import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.MatchScales;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.search.MatchModel;
import dev.anmok.core.search.QueryKind;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;

/// `anmok tune match`: finds what scores are worth on labelled queries.
final class TuneMatch {
  static final String LENS = "match";

  /// Hits a query that are looked at.
  private static final int HITS = 10;

  private static final double DIGITS = 1e4;

  private final Console console;
  private final Session session;

  TuneMatch(Console console, Session session) {
    this.console = console;
    this.session = session;
  }

  void run(QueryOptions options, boolean save) throws IOException {
    var found = new EnumMap<QueryKind, MatchModel>(QueryKind.class);
    try (var index = Indexes.open(session)) {
      options.with(
          session,
          index,
          run ->
              run.tune(HITS)
                  .forEach((kind, tuned) -> {
                    console.say("%s: %s", kind.code(), tuned.note());
                    tuned.model().ifPresent(model -> found.put(kind, rounded(model)));
                  }));
    }
    if (found.isEmpty()) {
      throw new IOException(options.file() + ": too little to learn from, see above");
    }
    found.forEach((kind, model) ->
        MatchScales.named(kind, model)
            .forEach((name, value) ->
                console.print("\"%s\": %s", name, String.format(Locale.ROOT, "%.4f", value))));
    if (save) {
      MatchScales.save(new Calibrations(session.workspace().catalog(), session.pack()), found);
      console.say("saved: this workspace now judges hits by these numbers");
    }
  }

  /// To four decimals: what is printed is what is saved.
  private static MatchModel rounded(MatchModel m) {
    return new MatchModel(
        rounded(m.intercept()),
        Math.max(1 / DIGITS, rounded(m.cosine())),
        rounded(m.mean()),
        rounded(m.deviation()),
        rounded(m.nullLocation()),
        rounded(m.nullGrowth()),
        Math.max(1 / DIGITS, rounded(m.nullScale())));
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
