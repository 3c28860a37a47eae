package dev.anmok.app.cli;

import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.profile.Method;
import dev.anmok.app.workspace.CurateJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.core.curate.CurationRule;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok curate`: chooses the photos that represent each item.
@Command(
    name = "curate",
    description = {
      "Chooses the photos that represent each item and says why every other photo and item is not.",
      "Decisions on all items are stored and searched; with --item or --compare they are only shown."
    })
final class CurateCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Option(names = "--item", paramLabel = "ID", description = "this item only, nothing is stored")
  private @Nullable String item;

  @Option(names = "--keep", paramLabel = "N", description = "photos for each item")
  private @Nullable Integer keep;

  @Option(
      names = "--require",
      paramLabel = "N",
      description = "distinct photos above the threshold that an item needs")
  private @Nullable Integer require;

  @Option(
      names = "--threshold",
      paramLabel = "X",
      description = "a photo's delta must be greater than X")
  private @Nullable Double threshold;

  @Option(
      names = "--diversity",
      paramLabel = "X",
      description = "0 = the plain best, up to 1 = only difference counts")
  private @Nullable Double diversity;

  @Option(
      names = "--method",
      paramLabel = "M",
      converter = MethodName.class,
      description = "delta, as-published or useful (default: the profile's)")
  private @Nullable Method method;

  @Option(names = "--compare", description = "show both methods side by side, store nothing")
  private boolean compare;

  @Option(names = "--profile", paramLabel = "NAME|FILE", description = "another profile")
  private @Nullable String profile;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  @Option(names = "--details", description = "every photo with its scores and reason")
  private boolean details;

  CurateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean stores = item == null && !compare;
    var named = Optional.ofNullable(profile);
    try (var session =
        stores ? Session.update(root.workspace(), named) : Session.read(root.workspace(), named)) {
      session.notes().forEach(each -> console.say("note: %s", each));
      var changed = session.profile().with(rule(session.profile().rule()));
      var chosen = method == null ? changed.method() : method;
      var byHand = threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold);
      var limit =
          Thresholds.resolve(session.workspace().catalog(), changed, session.pack(), byHand);
      if (chosen != Method.AS_PUBLISHED || compare) {
        console.say("threshold %.4f (%s)", limit.value(), limit.origin());
      }
      run(new CurateJob(session, changed, chosen, limit, ProfileBlur::judge), stores);
    }
    return 0;
  }

  private void run(CurateJob job, boolean stores) throws IOException {
    var named = Optional.ofNullable(item);
    if (compare) {
      new Comparison(job.curation(Method.DELTA), job.curation(Method.AS_PUBLISHED))
          .print(console, format, job.session(), named);
      return;
    }
    try (var output =
        CurateOutput.of(console, format, details, job.session().profile().lens().name())) {
      if (stores) {
        job.run(output::add);
      } else {
        var curation = job.curation(job.method());
        output.add(curation.decide(Items.find(job.session(), named.orElseThrow())));
      }
    }
  }

  private CurationRule rule(CurationRule of) {
    try {
      int kept = keep == null ? of.keep() : keep;
      return new CurationRule(
          kept,
          require == null ? of.require() : require,
          diversity == null ? of.diversity() : diversity,
          of.nearOrNull(),
          of.minLaplacianStd(),
          of.minLumaMean());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }
}
