package dev.anmok.app.cli;

import dev.anmok.app.json.DecisionJson;
import dev.anmok.app.workspace.Curation;
import dev.anmok.core.curate.PhotoDecision;
import dev.anmok.core.curate.PhotoReason;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Prints curation results one item at a time, so that any number of items can pass.
final class CurateOutput implements AutoCloseable {
  private final Console console;
  private final boolean details;
  private final Consumer<Curation.Result> sink;
  private final Runnable end;
  private final Map<String, Integer> byReason = new TreeMap<>();

  private CurateOutput(
      Console console, boolean details, Consumer<Curation.Result> sink, Runnable end) {
    this.console = console;
    this.details = details;
    this.sink = sink;
    this.end = end;
  }

  /// Output in a format.
  ///
  /// @param lens name of what photos are scored by
  static CurateOutput of(Console console, Format format, boolean details, String lens) {
    if (format == Format.JSON) {
      var json = new JsonResult(console.out());
      return new CurateOutput(
          console,
          details,
          result -> {
            if (details || result.decision().kept()) {
              json.add(
                  details
                      ? DecisionJson.BY_URI.detailed(result.item(), result.decision())
                      : DecisionJson.BY_URI.plain(result.item(), result.decision()));
            }
          },
          json::close);
    }
    return new CurateOutput(
        console, details, result -> table(console, result, details, lens), () -> {});
  }

  void add(Curation.Result result) {
    byReason.merge(result.decision().reason().code(), 1, Integer::sum);
    sink.accept(result);
  }

  @Override
  public void close() {
    end.run();
    var parts = new ArrayList<String>();
    byReason.forEach((reason, n) -> parts.add(n + " " + reason));
    console.say(
        "%d items: %s%s",
        byReason.values().stream().mapToInt(Integer::intValue).sum(),
        String.join(", ", parts),
        details ? "" : " (--details gives every photo with its reason)");
  }

  private static void table(Console console, Curation.Result result, boolean details, String lens) {
    var decision = result.decision();
    var head =
        String.format(
            Locale.ROOT,
            "%s  [%s %.0f %% above 0, mean %+.4f]",
            title(result),
            lens,
            100 * decision.mood().shareAboveZero(),
            decision.mood().meanDelta());
    if (decision.kept()) {
      console.print("%s", head);
    } else {
      console.print("%s  dropped: %s: %s", head, decision.reason().code(), decision.detail());
    }
    for (var photo : decision.photos()) {
      if (details || photo.rank() > 0) {
        line(console, photo);
      }
    }
  }

  private static void line(Console console, PhotoDecision photo) {
    var rank = photo.rank() > 0 ? photo.rank() + "." : "-";
    var delta =
        photo.score().map(s -> String.format(Locale.ROOT, "%+.4f", s.delta())).orElse("       ");
    var chosen = photo.reason() == PhotoReason.REPRESENTATIVE;
    var why = "  " + (chosen ? photo.detail() : reason(photo));
    var line =
        String.format(Locale.ROOT, "  %-3s %s  %s%s", rank, delta, Paths.show(photo.uri()), why);
    console.print("%s", line.stripTrailing());
  }

  private static String reason(PhotoDecision photo) {
    var detail = Paths.show(photo.detail());
    return photo.reason().code() + (detail.isEmpty() ? "" : " (" + detail + ")");
  }

  private static String title(Curation.Result result) {
    var item = result.item();
    return item.title().equals(item.id()) ? item.id() : item.title() + " (" + item.id() + ")";
  }
}
