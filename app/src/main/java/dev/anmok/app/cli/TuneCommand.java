package dev.anmok.app.cli;

import dev.anmok.app.report.Language;
import dev.anmok.app.report.LensFacts;
import dev.anmok.app.report.Proposal;
import dev.anmok.app.report.ThresholdEffect;
import dev.anmok.app.report.TuneFindings;
import dev.anmok.app.report.TuneHead;
import dev.anmok.app.report.TuneReport;
import dev.anmok.app.threshold.ThresholdVersion;
import dev.anmok.app.threshold.ThresholdVersions;
import dev.anmok.app.workspace.LabelledDeltas;
import dev.anmok.app.workspace.MoodLens;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.app.workspace.TuneJob;
import dev.anmok.core.evaluate.PrecisionThreshold;
import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.score.TwoGaussians;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok tune`: proposes a threshold for a lens on the workspace's own photos.
@Command(
    name = "tune",
    description = {
      "Proposes a threshold for a lens on the workspace's own photos.",
      "Finds the two modes of its scores (Otsu, and a two-component Gaussian); with --labels, the",
      "threshold that keeps a precision. --save makes the proposal the workspace's threshold.",
      "For 'categories', --labels has the columns uri and category ('others' for none), and the",
      "lower end of the precision's 95 % interval must reach --precision.",
      "For 'blur', --labels has the columns path and label (sharp, flat, blurry, …), and the lower",
      "end of the interval must reach --precision as well; what is near goes to people.",
      "For 'match', --queries has the queries whose hits show what scores are worth."
    })
final class TuneCommand implements Callable<Integer> {
  private static final int FEW_PHOTOS = 100;

  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Parameters(
      paramLabel = "LENS",
      description = "the profile's lens, for example mood; or categories; low-quality; blur; match")
  private String lens = "";

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "CSV with the columns uri and label (good or bad; for low-quality also faults)")
  private @Nullable Path labels;

  @Option(
      names = "--precision",
      paramLabel = "P",
      description = "with --labels: smallest share of good photos above it (default: 0.9)")
  private double precision = 0.9;

  @Option(
      names = "--false-alarms",
      paramLabel = "P",
      description =
          "low-quality: largest share of good photos that a criterion fails (default: 0.02)")
  private double falseAlarms = 0.02;

  @Option(
      names = "--save",
      description = "use the proposed threshold in this workspace from now on")
  private boolean save;

  @Option(
      names = "--method",
      paramLabel = "M",
      description = "blur: the method whose band is chosen (default: the profile's)")
  private @Nullable String method;

  @Mixin private BlurLabelOptions blur = new BlurLabelOptions();

  @Mixin private QueryOptions queries = new QueryOptions();

  @Mixin private CategoryFile categories = new CategoryFile();

  @Option(names = "--profile", paramLabel = "NAME|FILE", description = "another profile")
  private @Nullable String profile;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where to write the report (default: tune-LENS.html in the workspace)")
  private @Nullable Path out;

  @Option(names = "--language", description = "language of the report: ko or en (default: en)")
  private Language language = Language.EN;

  private int labelCount;

  TuneCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!(precision > 0 && precision <= 1)) {
      throw new UsageException("--precision must be above 0 and at most 1, was " + precision);
    }
    if (lens.equals(TuneBlur.LENS)) {
      if (profile != null || out != null) {
        throw new UsageException("--profile and --out do not go with 'tune blur'");
      }
      var tune = new TuneBlur(console, root.workspace(), method);
      return tune.run(labels, blur, precision, save);
    }
    if (method != null || blur.given()) {
      throw new UsageException("--method, --photos and --skip-missing go with 'tune blur' only");
    }
    var named = Optional.ofNullable(profile);
    try (var session =
        save ? Session.update(root.workspace(), named) : Session.read(root.workspace(), named)) {
      session.notes().forEach(each -> console.say("note: %s", each));
      if (lens.equals(TuneMatch.LENS)) {
        new TuneMatch(console, session).run(queries, save);
        return 0;
      }
      if (queries.given()) {
        throw new UsageException("--queries, --part and --skip-unknown go with 'tune match' only");
      }
      if (lens.equals(TuneLowQuality.LENS)) {
        new TuneLowQuality(console, session).run(labels, precision, falseAlarms, save);
        return 0;
      }
      if (lens.equals(TuneCategories.LENS)) {
        new TuneCategories(console, categories).run(session, labels, precision, save);
        return 0;
      }
      if (categories.given()) {
        throw new UsageException("--categories and --languages go with 'tune categories' only");
      }
      if (!session.profile().lens().name().equals(lens)) {
        throw new UsageException(
            "profile "
                + session.profile().name()
                + " has no lens '"
                + lens
                + "'; its lens is '"
                + session.profile().lens().name()
                + "'");
      }
      run(session);
    }
    return 0;
  }

  private void run(Session session) throws IOException {
    var scorer = MoodLens.of(session.profile(), session.pack()).scorer();
    var space = session.pack().space();
    var job = new TuneJob(session.workspace().catalog(), space, scorer);
    var findings = job.find();
    if (findings.otsu().isEmpty()) {
      throw new IOException(
          session.workspace().folder() + ": too few photos to tell two modes; ingest more first");
    }
    var labelled = labels == null ? Optional.<PrecisionThreshold>empty() : labelled(session, job);
    double proposed =
        rounded(
            labelled.map(PrecisionThreshold::threshold).orElse(findings.proposal().orElseThrow()));
    var present = present(session);
    print(findings, labelled, present, proposed);
    var effects = effects(job, findings, present, proposed, session.profile().rule().require());
    report(session, findings, labelled, present, effects);
    if (save) {
      var version = save(session, labelled, proposed);
      console.say(
          "saved: this workspace now uses %.4f; run anmok curate again; for other workspaces of the"
              + " same space: --profile %s",
          proposed, root.workspace().resolve(ThresholdVersions.FOLDER).resolve(version.file()));
    }
  }

  private ThresholdVersion save(
      Session session, Optional<PrecisionThreshold> labelled, double proposed) throws IOException {
    var by = System.getProperty("user.name", "unknown");
    var saved = new ThresholdVersion.Saved(Instant.now().truncatedTo(ChronoUnit.SECONDS), by, "");
    var basis = labelled.map(this::basis).orElse(ThresholdVersion.Basis.MODES);
    return new ThresholdVersions(session)
        .save(new ThresholdVersions.Saving(proposed, saved, basis));
  }

  private ThresholdVersion.Basis basis(PrecisionThreshold found) {
    return ThresholdVersion.Basis.of(found, labelCount, precision);
  }

  private Optional<PrecisionThreshold> labelled(Session session, TuneJob job) throws IOException {
    var deltas = LabelledDeltas.read(java.util.Objects.requireNonNull(labels), job);
    if (deltas.missing() > 0) {
      console.say("note: %d labelled photos are not in the workspace", deltas.missing());
    }
    labelCount = deltas.labelled().size();
    var found = PrecisionThreshold.find(deltas.labelled(), precision);
    if (found.isEmpty()) {
      throw new IOException(
          labels
              + ": no threshold reaches a precision of "
              + precision
              + " on these "
              + deltas.labelled().size()
              + " labels; lower --precision or look at "
              + session.workspace().folder()
              + "'s report");
    }
    return found;
  }

  private static OptionalDouble present(Session session) throws IOException {
    try {
      var catalog = session.workspace().catalog();
      return OptionalDouble.of(
          Thresholds.resolve(catalog, session.profile(), session.pack(), OptionalDouble.empty())
              .value());
    } catch (Thresholds.UnknownThresholdException e) {
      return OptionalDouble.empty();
    }
  }

  private void print(
      TuneJob.Findings findings,
      Optional<PrecisionThreshold> labelled,
      OptionalDouble present,
      double proposed) {
    console.print("photos      %d", findings.distribution().total());
    console.print("Otsu        %+.4f", findings.otsu().orElseThrow());
    findings.modes().ifPresent(this::print);
    labelled.ifPresent(this::print);
    present.ifPresent(value -> console.print("present     %+.4f", value));
    console.print("proposed    %+.4f", proposed);
    if (findings.distribution().total() < FEW_PHOTOS && labelled.isEmpty()) {
      console.say(
          "note: %d photos are few to tell two modes by; some hundred are better",
          findings.distribution().total());
    }
  }

  private void print(TwoGaussians modes) {
    console.print(
        "Gaussians   %+.4f where they cross: %.0f %% around %+.4f (std %.4f),"
            + " %.0f %% around %+.4f (std %.4f)",
        modes.crossing(),
        100 * modes.lower().weight(),
        modes.lower().mean(),
        modes.lower().std(),
        100 * modes.upper().weight(),
        modes.upper().mean(),
        modes.upper().std());
    boolean clean = modes.separation() > TwoGaussians.CLEAN_SEPARATION;
    console.print(
        "separation  %.2f (Ashman's D; %s)",
        modes.separation(),
        clean
            ? "above 2: two clean modes"
            : "not above 2: no clean modes, look at the report first");
  }

  private void print(PrecisionThreshold labelled) {
    console.print(
        "labels      %+.4f: precision %s, recall %s",
        labelled.threshold(), share(labelled.precision()), share(labelled.recall()));
  }

  private static String share(Proportion share) {
    return String.format(
        java.util.Locale.ROOT,
        "%.3f (%.3f..%.3f, %d of %d)",
        share.share(),
        share.low(),
        share.high(),
        share.successes(),
        share.trials());
  }

  /// To four decimals: what is printed is what is saved, and no finer than the bins it came from.
  private static double rounded(double threshold) {
    return Math.round(threshold * 1e4) / 1e4;
  }

  private static List<TuneJob.Effect> effects(
      TuneJob job, TuneJob.Findings findings, OptionalDouble present, double proposed, int require)
      throws IOException {
    var thresholds = new TreeSet<Double>(List.of(0.0, rounded(proposed)));
    present.ifPresent(value -> thresholds.add(rounded(value)));
    findings.otsu().ifPresent(value -> thresholds.add(rounded(value)));
    findings.modes().ifPresent(modes -> thresholds.add(rounded(modes.crossing())));
    return job.effects(List.copyOf(thresholds), require);
  }

  private void report(
      Session session,
      TuneJob.Findings findings,
      Optional<PrecisionThreshold> labelled,
      OptionalDouble present,
      List<TuneJob.Effect> effects)
      throws IOException {
    var contrast = session.profile().lens();
    var facts =
        new LensFacts(
            contrast.name(),
            session.pack().space().id(),
            contrast.pooling().code(),
            present.orElse(Double.NaN));
    var proposals = new ArrayList<Proposal>();
    proposals.add(new Proposal("otsu", rounded(findings.otsu().orElseThrow())));
    findings.modes().ifPresent(m -> proposals.add(new Proposal("gaussian", rounded(m.crossing()))));
    labelled.ifPresent(found -> proposals.add(new Proposal("precision", found.threshold())));
    var modes = findings.modes().map(m -> List.of(m.lower(), m.upper())).orElse(List.of());
    var rows =
        effects.stream()
            .map(effect -> new ThresholdEffect(effect.threshold(), effect.photos(), effect.items()))
            .toList();
    var file = out == null ? root.workspace().resolve("tune-" + lens + ".html") : out;
    TuneReport.write(
        file,
        new TuneHead(root.workspace().toString(), facts, Instant.now(), language),
        findings.distribution(),
        new TuneFindings(proposals, modes, rows));
    console.print("report      %s", file);
  }
}
