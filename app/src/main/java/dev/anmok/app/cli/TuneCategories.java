package dev.anmok.app.cli;

import dev.anmok.app.album.AlbumContext;
import dev.anmok.app.album.CategoriesJob;
import dev.anmok.app.album.CategoryNumbers;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.curate.CategoryRule;
import dev.anmok.core.evaluate.CategoryLimits;
import dev.anmok.core.evaluate.CategoryLimits.Labelled;
import dev.anmok.core.score.Category;
import dev.anmok.core.score.CategoryMethod;
import dev.anmok.core.score.CategoryScorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `anmok tune categories`: finds the limits of rejection on labelled photos, each judged for
/// itself.
final class TuneCategories {
  static final String LENS = "categories";
  private static final List<Double> TARGETS = List.of(0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95);

  private final Console console;
  private final CategoryFile file;

  TuneCategories(Console console, CategoryFile file) {
    this.console = console;
    this.file = file;
  }

  /// Finds, prints, and saves if it is told to.
  ///
  /// @param target smallest lower end of the precision's interval
  void run(Session session, @Nullable Path labels, double target, boolean save) throws IOException {
    if (labels == null) {
      throw new UsageException(
          "tune categories needs --labels FILE, a CSV with the columns uri and category");
    }
    var pack = session.pack();
    var calibrations = new Calibrations(session.workspace().catalog(), pack);
    var album = session.profile().album().orElseGet(Profiles::shippedAlbum);
    var categories = file.choose(album.categories(), console);
    if (categories.method() != CategoryMethod.CALIBRATED) {
      throw new UsageException("these categories reject nothing: their method is argmax");
    }
    try (var texts = pack.texts()) {
      var heads = session.workspace().folder().resolve("heads");
      var context = new AlbumContext(album.with(categories), pack, texts, calibrations, heads);
      var job = CategoriesJob.bind(context);
      var labelled = labelled(labels, job, calibrations);
      print(job, labelled, target);
      var found = CategoryLimits.find(labelled, target);
      if (found.isEmpty()) {
        throw new IOException(unreachable(labels, labelled, target));
      }
      var rule = rounded(found.get().rule());
      row("proposed", CategoryLimits.of(labelled, rule)).print(console.out());
      if (save) {
        CategoryNumbers.save(categories, rule, calibrations);
        console.say("saved: this workspace now uses these limits for these category prompts");
      }
    }
  }

  private List<Labelled> labelled(Path labels, CategoriesJob job, Calibrations calibrations)
      throws IOException {
    var photos = LabelledPhotos.read(labels, job.categories(), calibrations, console);
    var labelled = new ArrayList<Labelled>();
    for (int i = 0; i < photos.photos().size(); i++) {
      labelled.add(
          labelled(job.scorer(), photos.photos().get(i).embedding(), photos.labels().get(i)));
    }
    return labelled;
  }

  private static Labelled labelled(
      CategoryScorer scorer, dev.anmok.core.embed.Embedding photo, String label) {
    var ranked = scorer.rank(photo);
    var best = ranked.getFirst();
    return new Labelled(
        best.margin(),
        CategoryRule.gap(ranked),
        best.category().equals(label),
        label.equals(Category.OTHERS));
  }

  private void print(CategoriesJob job, List<Labelled> labelled, double target) {
    long others = labelled.stream().filter(Labelled::others).count();
    console.print(
        "labelled    %d photos, %d of them others; prompts %s, pooling %s",
        labelled.size(), others, job.categories().digest(), job.categories().pooling().code());
    var table = row("none", CategoryLimits.of(labelled, CategoryRule.ARGMAX));
    add(table, "present", CategoryLimits.of(labelled, job.numbers().rule()));
    var shown = new HashSet<CategoryRule>();
    for (double each : targets(target)) {
      CategoryLimits.find(labelled, each)
          .filter(limits -> shown.add(limits.rule()) || each == target)
          .ifPresent(limits -> add(table, String.format(Locale.ROOT, "%.2f", each), limits));
    }
    table.print(console.out());
    console.print("present is %s", job.numbers().origin());
  }

  private static List<Double> targets(double target) {
    var targets = new java.util.TreeSet<>(TARGETS);
    targets.add(target);
    return List.copyOf(targets);
  }

  private static Table row(String name, CategoryLimits limits) {
    var table =
        new Table("limits for", "margin", "gap", "precision", "right of all", "others kept out");
    add(table, name, limits);
    return table;
  }

  private static void add(Table table, String name, CategoryLimits limits) {
    table.row(
        name,
        number(limits.rule().neutralMargin()),
        number(limits.rule().gap()),
        Shares.show(limits.precision()),
        Shares.show(limits.recall()),
        Shares.show(limits.rejectedOthers()));
  }

  private static String number(double limit) {
    return Double.isInfinite(limit) ? "-" : String.format(Locale.ROOT, "%+.4f", limit);
  }

  private static String unreachable(Path labels, List<Labelled> labelled, double target) {
    double reachable = 0;
    for (double low = target; low > 0.01; low -= 0.01) {
      if (CategoryLimits.find(labelled, low).isPresent()) {
        reachable = low;
        break;
      }
    }
    return String.format(
        Locale.ROOT,
        "%s: no limits reach a precision whose 95 %% interval starts at %.2f on these %d labels;"
            + " %.2f can be reached: lower --precision, label more photos, or word the prompts"
            + " better",
        labels,
        target,
        labelled.size(),
        reachable);
  }

  /// To four decimals: what is printed is what is saved.
  private static CategoryRule rounded(CategoryRule rule) {
    return new CategoryRule(rounded(rule.neutralMargin()), rounded(rule.gap()));
  }

  private static double rounded(double limit) {
    return Math.round(limit * 1e4) / 1e4;
  }
}
