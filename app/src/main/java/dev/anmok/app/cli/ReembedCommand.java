package dev.anmok.app.cli;

import dev.anmok.app.fetch.FetchLimits;
import dev.anmok.app.fetch.FetchRules;
import dev.anmok.app.fetch.UrlFetcher;
import dev.anmok.app.fetch.UrlPhotos;
import dev.anmok.app.reembed.Leftovers;
import dev.anmok.app.reembed.ModelSwitch;
import dev.anmok.app.reembed.ReembedJob;
import dev.anmok.app.reembed.SpaceState;
import dev.anmok.app.reembed.UnembeddedList;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.PhotoFiles;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok reembed`: changes the model of a workspace.
@Command(
    name = "reembed",
    description = {
      "Changes the model of a workspace: embeds its photos by another model beside the one in use,",
      "compares what the two find, and switches when told to. A run that was stopped goes on where",
      "it was. Without options it says which spaces there are."
    })
final class ReembedCommand implements Callable<Integer> {
  private static final int MOST_SAMPLED = 10_000;
  private static final int DEEPEST = 1_000;

  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Option(names = "--model", paramLabel = "ID", description = "the model to embed by")
  private @Nullable String model;

  @Option(
      names = "--switch",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "MODEL|SPACE",
      description = {
        "serve by that model from now on; after --model M by that one, once it is complete"
      })
  private @Nullable String to;

  @Option(names = "--rollback", description = "serve by the model again that was served before")
  private boolean rollback;

  @Option(
      names = "--drop",
      paramLabel = "SPACE",
      description = "remove the vectors and the index of a space that is not served")
  private @Nullable String drop;

  @Option(
      names = "--leave-out",
      description = "switch though some photos could not be embedded, and do without them")
  private boolean leaveOut;

  @Mixin private EmbedOptions embedding = new EmbedOptions();

  @Option(
      names = "--allow-urls",
      description = "fetch photos whose place is an URL, as ingest does")
  private boolean allowUrls;

  @Mixin private QueryOptions queries = new QueryOptions();

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "photos of the workspace that both are asked for, 0 for none (default: 200)")
  private int sample = 200;

  @Option(names = "-k", paramLabel = "N", description = "hits that are compared (default: 10)")
  private int k = 10;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  ReembedCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    check();
    var output = new ReembedOutput(console, format);
    if (model == null && to == null && !rollback && drop == null) {
      try (var session = Session.read(root.workspace(), Optional.empty())) {
        output.overview(session);
      }
      return 0;
    }
    try (var session = Session.update(root.workspace(), Optional.empty())) {
      var change = new ModelSwitch(session);
      if (drop != null) {
        drop(change, drop);
      } else if (rollback) {
        serve(change, change.before(), output);
      } else if (model != null) {
        var id = model;
        reembed(change, find(() -> session.beside(id)), output);
      } else {
        var name = to == null ? "" : to;
        serve(change, find(() -> change.find(name)), output);
      }
    }
    return 0;
  }

  private void check() {
    long ways =
        Stream.of(model != null || to != null, rollback, drop != null).filter(way -> way).count();
    if (ways > 1) {
      throw new UsageException("--model and --switch, --rollback and --drop do not go together");
    }
    if (model == null && "".equals(to)) {
      throw new UsageException("--switch alone goes with --model only; say --switch MODEL");
    }
    if (model != null && to != null && !to.isEmpty() && !to.equals(model)) {
      throw new UsageException("--model " + model + " and --switch " + to + " do not go together");
    }
    if (queries.given() && (model == null || !queries.hasFile())) {
      throw new UsageException("--queries goes with --model, --part with --queries");
    }
    if (sample < 0 || sample > MOST_SAMPLED || k < 1 || k > DEEPEST) {
      throw new UsageException("--sample must be 0..%d, -k 1..%d".formatted(MOST_SAMPLED, DEEPEST));
    }
    options();
  }

  private IngestOptions options() {
    return embedding.limitedTo(IngestOptions.NO_LIMIT);
  }

  private interface Opening {
    Session open() throws IOException;
  }

  private static Session find(Opening opening) throws IOException {
    try {
      return opening.open();
    } catch (Models.UnknownModelException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private void reembed(ModelSwitch change, Session next, ReembedOutput output) throws IOException {
    try (next) {
      if (!embedded(next)) {
        return;
      }
      var state = SpaceState.of(next);
      var list = UnembeddedList.write(next);
      if (state.vectors().failed() > 0) {
        console.say(
            "%d photos could not be embedded; the list with reasons is %s",
            state.vectors().failed(), list);
      }
      boolean same = next.pack().space().equals(change.serving().pack().space());
      if (!same && SpaceState.of(change.serving()).indexed()) {
        output.compare(change.serving(), next, queries, sample, k);
      }
      if (to != null && !same) {
        change.to(next, leaveOut);
        output.switched(next);
      } else {
        output.ready(state, same);
      }
      output.print(state, Leftovers.of(to == null ? change.serving() : next));
    }
  }

  /// Embeds and indexes; false if it was stopped.
  private boolean embedded(Session next) throws IOException {
    if (!allowUrls) {
      var files = new PhotoFiles(DecodeLimits.DEFAULT.maxBytes());
      return embedded(next, new ReembedJob(next, options(), files));
    }
    try (var fetcher = new UrlFetcher(FetchRules.PUBLIC, FetchLimits.DEFAULT)) {
      var places = new UrlPhotos(fetcher, new PhotoFiles(DecodeLimits.DEFAULT.maxBytes()));
      return embedded(next, new ReembedJob(next, options(), places));
    }
  }

  private boolean embedded(Session next, ReembedJob job) throws IOException {
    try (var _ = new Interruption()) {
      var id = next.pack().id();
      try (var line = new ProgressLine(console, "embedding")) {
        var done = job.embed(line);
        double seconds = Math.max(1e-3, done.elapsed().toMillis() / 1000.0);
        console.say(
            "%s: %d photos embedded, %d rejected (%.1f s, %.0f photos/s)%s",
            id,
            done.embedded(),
            done.failed(),
            seconds,
            done.embedded() / seconds,
            done.interrupted() ? "; stopped early, the same command goes on" : "");
        if (done.interrupted()) {
          return false;
        }
      }
      next.cutout().ifPresent(cutout -> console.say("cut-out: %s", cutout.tally().words()));
      try (var line = new ProgressLine(console, "indexing")) {
        job.index(written -> line.report(written, 0, -1));
      }
      return true;
    }
  }

  private void serve(ModelSwitch change, Session next, ReembedOutput output) throws IOException {
    try (next) {
      change.to(next, leaveOut);
      output.switched(next);
      output.print(SpaceState.of(next), Leftovers.of(next));
    }
  }

  private void drop(ModelSwitch change, String name) throws IOException {
    try (var line = new ProgressLine(console, "dropping")) {
      long photos = change.serving().workspace().catalog().counts().photos();
      var gone = change.drop(name, done -> line.report(done, 0, photos));
      console.say(
          "%s is gone with its vectors and its index; the catalog's file keeps its length and fills"
              + " the room again",
          gone.id());
    }
  }
}
