package dev.anmok.app.cli;

import dev.anmok.app.profile.Mode;
import dev.anmok.app.query.Weights;
import dev.anmok.app.reembed.Compared;
import dev.anmok.app.reembed.LeftBehind;
import dev.anmok.app.reembed.Leftovers;
import dev.anmok.app.reembed.SpaceComparison;
import dev.anmok.app.reembed.SpaceState;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.ServingModel;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.evaluate.Interval;
import dev.anmok.core.evaluate.RankedAnswer;
import dev.anmok.core.evaluate.TopOverlap;
import dev.anmok.core.search.Fusion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What `anmok reembed` tells: the spaces, what two of them find, and what a switch leaves behind.
final class ReembedOutput {
  private static final int READ = 100;

  private final Console console;
  private final Format format;
  private final List<Compared> compared = new ArrayList<>();
  private final Map<String, List<RankedAnswer>> figures = new LinkedHashMap<>();
  private List<Integer> depths = List.of();
  private boolean switched;

  ReembedOutput(Console console, Format format) {
    this.console = console;
    this.format = format;
  }

  /// The spaces of a workspace.
  void overview(Session session) throws IOException {
    var catalog = session.workspace().catalog();
    var served = session.pack().space().id();
    var before = new ServingModel(catalog).before();
    var left = Leftovers.of(session);
    var counts = catalog.counts();
    if (format == Format.JSON) {
      var json = new LinkedHashMap<String, Object>();
      json.put("model", session.pack().id());
      json.put("space", served);
      before.ifPresent(id -> json.put("before", id));
      json.put("photos", counts.photos());
      json.put("spaces", counts.embeddings());
      json.put("left_behind", json(left));
      JsonResult.print(console.out(), json);
      return;
    }
    var table = new Table("space", "photos", "");
    counts
        .embeddings()
        .forEach((space, photos) ->
            table.row(
                space, photos + " of " + counts.photos(), space.equals(served) ? "served" : ""));
    table.print(console.out());
    before.ifPresent(id -> console.say("served before: %s; --rollback goes back to it", id));
    left.forEach(each -> console.say("%s", each.line()));
  }

  /// Asks both spaces the same.
  void compare(Session serving, Session next, QueryOptions queries, int sample, int k)
      throws IOException {
    var comparison = new SpaceComparison(serving, next, k);
    depths = comparison.depths();
    if (sample > 0) {
      compared.add(comparison.photos(sample));
      compared.add(comparison.prompts());
    }
    if (queries.hasFile()) {
      var one = answers(serving, queries, k);
      var other = answers(next, queries, k);
      var pairs = new ArrayList<TopOverlap.Pair>();
      for (int i = 0; i < one.size(); i++) {
        if (one.get(i).isPresent() && other.get(i).isPresent()) {
          pairs.add(new TopOverlap.Pair(one.get(i).get(), other.get(i).get()));
        }
      }
      int leftOut = one.size() - pairs.size();
      compared.add(new Compared("queries", TopOverlap.of(pairs, depths), leftOut, List.of()));
    }
  }

  /// Empty for queries in a language that the model does not know.
  private List<Optional<List<String>>> answers(Session session, QueryOptions queries, int k)
      throws IOException {
    var found = new ArrayList<Optional<List<String>>>();
    try (var index = Indexes.open(session)) {
      queries.with(
          session,
          index,
          run -> {
            found.addAll(run.found(k));
            figures.put(
                session.pack().id(),
                run.answers(Mode.VECTOR, Weights.DEFAULT, new Fusion.Weighted(), READ));
            run.refused().forEach((why, n) -> console.say("%d queries: %s", n, why));
          });
    }
    return found;
  }

  /// Says that a space is served from now on.
  void switched(Session next) {
    switched = true;
    console.say(
        "the workspace is served by %s now (%s)", next.pack().id(), next.pack().space().id());
    next.notes().forEach(each -> console.say("note: %s", each));
    console.say("the one before is kept: anmok reembed --rollback goes back, --drop removes it");
  }

  /// Says what can be done with a space that is filled.
  void ready(SpaceState state, boolean served) {
    if (served) {
      console.say("%s is served already", state.space().id());
    } else {
      console.say(
          "%s",
          state
              .problem(false)
              .orElse(
                  "%s is complete; anmok reembed --switch %s serves by it"
                      .formatted(state.space().id(), state.model())));
    }
  }

  void print(SpaceState state, List<LeftBehind> left) {
    if (format == Format.JSON) {
      JsonResult.print(console.out(), json(state, left));
    } else {
      printTables();
    }
    left.forEach(each -> console.say("%s", each.line()));
  }

  private void printTables() {
    if (!compared.isEmpty()) {
      var head = new ArrayList<>(List.of("asked by", "queries"));
      depths.forEach(depth -> head.add("overlap@" + depth));
      head.add("same first");
      head.add("left out");
      var table = new Table(head.toArray(String[]::new));
      for (var each : compared) {
        var cells = new ArrayList<Object>(List.of(each.kind(), each.overlap().queries()));
        each.overlap().shared().values().forEach(shared -> cells.add(text(shared)));
        cells.add(Shares.show(each.overlap().sameFirst()));
        cells.add(each.leftOut());
        table.row(cells.toArray());
      }
      table.print(console.out());
    }
    compared.stream().flatMap(each -> each.notes().stream()).forEach(n -> console.say("%s", n));
    if (figures.values().stream().flatMap(List::stream).anyMatch(answer -> !answer.absent())) {
      var table = new RetrievalTable(console, READ);
      figures.forEach((id, answers) -> table.add(id, "all", answers));
      console.print("");
      table.print(Format.TABLE);
    }
  }

  private Map<String, Object> json(SpaceState state, List<LeftBehind> left) {
    var json = new LinkedHashMap<String, Object>();
    json.put("model", state.model());
    json.put("space", state.space().id());
    json.put("embedded", state.vectors().embedded());
    json.put("failed", state.vectors().failed());
    json.put("missing", state.vectors().missing());
    json.put("switched", switched);
    json.put("compared", compared.stream().map(this::json).toList());
    if (!figures.isEmpty()) {
      var table = new RetrievalTable(console, READ);
      figures.forEach((id, answers) -> table.add(id, "all", answers));
      json.put("figures", table.json());
    }
    json.put("left_behind", json(left));
    return json;
  }

  private Map<String, Object> json(Compared each) {
    var json = new LinkedHashMap<String, Object>();
    json.put("by", each.kind());
    json.put("queries", each.overlap().queries());
    each.overlap()
        .shared()
        .forEach((depth, shared) ->
            json.put(
                "overlap_at_" + depth,
                Map.of("value", shared.value(), "low", shared.low(), "high", shared.high())));
    json.put("same_first", each.overlap().sameFirst().successes());
    json.put("left_out", each.leftOut());
    json.put("notes", each.notes());
    return json;
  }

  /// What was left behind, as JSON.
  static List<Map<String, Object>> json(List<LeftBehind> left) {
    return left.stream()
        .map(each ->
            Map.<String, Object>of(
                "what", each.what(), "space", each.space(), "run", each.command()))
        .toList();
  }

  private static String text(Interval mean) {
    return String.format(Locale.ROOT, "%.3f (%.2f..%.2f)", mean.value(), mean.low(), mean.high());
  }
}
