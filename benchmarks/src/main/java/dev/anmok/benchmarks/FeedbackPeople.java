package dev.anmok.benchmarks;

import dev.anmok.app.feedback.Replay;
import dev.anmok.app.feedback.Shown;
import dev.anmok.app.feedback.Tastes;
import dev.anmok.app.feedback.Who;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.StageTimes;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Wish;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.Interval;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.Source;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.search.Found;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.SearchRequest.By;
import dev.anmok.core.search.TasteRule;
import dev.anmok.core.search.VectorQuery;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints what a replay of feedback says of simulated people over real photos: people who prefer a
/// kind of thing, people who prefer a colour, and people who click anything.
///
/// A person asks with a photo of the folder, drawn evenly, and is shown the ten items nearest to it
/// but itself. They look at the place `n` with probability `n^-bias` and click what they see with
/// probability 0.6 if it is of what they prefer and 0.1 if not (0.25 whatever it is, for those who
/// prefer nothing); of what they clicked they like every second that they prefer, and dislike every
/// tenth other. What they prefer is told by the folder's name or by the mean colour of the photo's
/// middle, never by a vector.
///
/// Arguments: a folder with a folder of photos for each kind; an empty folder for the workspace;
/// number of people (default 200); answers for each (default 20); bias (default 0.5).
public final class FeedbackPeople {
  private static final int SHOWN = 10;
  private static final double UNIT = 1;
  private static final int LEAST_PHOTOS = 25;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Session session;
  private final PhotoIndex index;
  private final Finder finder;
  private final List<PlacedPhoto> photos;
  private final double bias;

  private FeedbackPeople(Session session, PhotoIndex index, double bias) throws IOException {
    this.bias = bias;
    this.session = session;
    this.index = index;
    this.finder = Finder.over(session, index, VectorQuery.Scope.ALL, WordModels.queries(session));
    try (var all = session.workspace().catalog().photos(session.pack().space())) {
      this.photos = all.sorted(Comparator.comparing(PlacedPhoto::uri)).toList();
    }
  }

  /// Every photo of a folder as an item of its own.
  private record Alone(Path folder) implements Source {
    @Override
    public String name() {
      return folder.toString();
    }

    @Override
    public OptionalLong count() {
      return OptionalLong.empty();
    }

    @Override
    public Stream<SourcePhoto> photos() throws IOException {
      return FolderSource.of(folder)
          .photos()
          .map(photo -> {
            var id = folder.relativize(Path.of(photo.uri())).toString();
            return new SourcePhoto(photo.uri(), new Item(id, kind(id), Map.of()));
          });
    }
  }

  private static String kind(String item) {
    return item.substring(0, Math.max(0, item.indexOf('/')));
  }

  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]).toAbsolutePath().normalize();
    int people = args.length > 2 ? Integer.parseInt(args[2]) : 200;
    int answers = args.length > 3 ? Integer.parseInt(args[3]) : 20;
    double bias = args.length > 4 ? Double.parseDouble(args[4]) : 0.5;
    try (var session = Session.fill(Path.of(args[1]), "cafe", Optional.empty())) {
      new IngestJob(session, IngestOptions.defaults()).run(new Alone(folder), Progress.NONE);
      try (var index = Indexes.openForWriting(session)) {
        new FeedbackPeople(session, index, bias).run(people, answers);
      }
    }
  }

  private void run(int people, int answers) throws IOException {
    System.out.printf("%d photos, %d people, %d answers each%n", photos.size(), people, answers);
    var kinds =
        photos.stream().collect(Collectors.toMap(PlacedPhoto::item, photo -> kind(photo.item())));
    compare("kind", kinds, people, answers);
    compare("colour", colours(), people, answers);
    compare("nothing", Map.of(), people, answers);
  }

  private void compare(String what, Map<String, String> traits, int people, int answers)
      throws IOException {
    var log = session.workspace().catalog().feedback();
    log.forgetBefore(Instant.parse("9999-01-01T00:00:00Z"));
    var preferable =
        traits.values().stream()
            .collect(Collectors.groupingBy(trait -> trait, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(each -> each.getValue() >= LEAST_PHOTOS)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    var random = new Random(42);
    for (int p = 0; p < people; p++) {
      var preferred = preferable.isEmpty() ? "" : preferable.get(p % preferable.size());
      log.store(person("person " + p, preferred, traits, answers, random));
    }
    System.out.printf("%nprefer %s %s: %s%n", what, preferable, log.counts());
    var rule = TasteRule.DEFAULT;
    for (double weight : new double[] {0.05, 0.1, 0.2, 0.4, 0.8}) {
      var tried = new TasteRule(weight, rule.halfLife(), rule.most(), rule.least());
      var start = System.nanoTime();
      var figures = new Replay(session, index).run(tried);
      System.out.printf(
          Locale.ROOT,
          "weight %.2f: %d of %d answers with a taste, MRR %.4f -> %.4f %s, nDCG %.4f -> %.4f %s, places"
              + " weighed %.4f -> %.4f %s, %s (%.1f s)%n",
          weight,
          figures.compared(),
          figures.answers(),
          figures.reciprocalRank().before(),
          figures.reciprocalRank().after(),
          show(figures.reciprocalRank().difference()),
          figures.discountedGain().before(),
          figures.discountedGain().after(),
          show(figures.discountedGain().difference()),
          figures.weighedRank().before(),
          figures.weighedRank().after(),
          show(figures.weighedRank().difference()),
          figures.verdict(),
          (System.nanoTime() - start) / 1e9);
    }
    tasteTimes(people);
  }

  private static String show(Interval change) {
    return String.format(
        Locale.ROOT, "(%+.4f, %+.4f..%+.4f)", change.value(), change.low(), change.high());
  }

  private List<Feedback> person(
      String person, String preferred, Map<String, String> traits, int answers, Random random)
      throws IOException {
    var rows = new ArrayList<Feedback>();
    for (int a = 0; a < answers; a++) {
      var asked = photos.get(random.nextInt(photos.size()));
      var at = START.plus(Duration.ofHours(12L * a + random.nextInt(12)));
      var answer = person + ", answer " + a;
      var hits = search(asked.embedding(), asked.item());
      var who = new Who(person, "");
      rows.addAll(new Shown(who, answer, at, By.ITEM, new Fusion.Weighted(), UNIT).rows(hits, 1));
      for (int n = 1; n <= hits.size(); n++) {
        var item = hits.get(n - 1).item();
        boolean pleases = preferred.equals(traits.get(item));
        double attraction = preferred.isEmpty() ? 0.25 : pleases ? 0.6 : 0.1;
        if (random.nextDouble() < attraction * Math.pow(n, -bias)) {
          rows.add(row(FeedbackKind.CLICKED, at.plusSeconds(n), person, answer, item));
          if (pleases ? random.nextInt(2) == 0 : random.nextInt(10) == 0) {
            var kind = pleases ? FeedbackKind.LIKED : FeedbackKind.DISLIKED;
            rows.add(row(kind, at.plusSeconds(60 + n), person, answer, item));
          }
        }
      }
    }
    return rows;
  }

  private static Feedback row(
      FeedbackKind kind, Instant at, String person, String answer, String item) {
    return new Feedback(kind, at, person, "", answer, item, "", 0, Double.NaN, "");
  }

  private List<Found> search(Embedding looks, String but) throws IOException {
    var wanted = new Wanted(List.of(), List.of(), List.of(), List.of(looks));
    return finder.search(Wish.items(wanted, SHOWN + 1), new StageTimes()).hits().stream()
        .filter(hit -> !hit.item().equals(but))
        .limit(SHOWN)
        .toList();
  }

  /// How long it takes to know somebody's taste, as a search waits for it.
  private void tasteTimes(int people) throws IOException {
    var catalog = session.workspace().catalog();
    var tastes = new Tastes(catalog, session.pack().space(), TasteRule.DEFAULT);
    var millis = new double[people];
    for (int round = 0; round < 2; round++) { // the first warms up
      for (int p = 0; p < people; p++) {
        long start = System.nanoTime();
        tastes.of(new Who("person " + p, ""), UNIT);
        millis[p] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "a taste in %.2f ms at p50, %.2f ms at p95%n",
        millis[people / 2],
        millis[people * 95 / 100]);
  }

  /// The colour of each item by the mean of its photo's middle, half as wide and high.
  private Map<String, String> colours() throws IOException {
    var colours = new HashMap<String, String>();
    var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
    for (var photo : photos) {
      if (decoder.decode(Files.readAllBytes(Path.of(photo.uri())), 64)
          instanceof Decoded.Image(var pixels, _)) {
        colours.put(photo.item(), colour(pixels));
      }
    }
    return colours;
  }

  private static String colour(Pixels pixels) {
    double[] sums = new double[3];
    int count = 0;
    for (int y = pixels.height() / 4; y < pixels.height() * 3 / 4; y++) {
      for (int x = pixels.width() / 4; x < pixels.width() * 3 / 4; x++) {
        int rgb = pixels.at(x, y);
        sums[0] += rgb >> 16 & 0xFF;
        sums[1] += rgb >> 8 & 0xFF;
        sums[2] += rgb & 0xFF;
        count++;
      }
    }
    var hsb =
        Color.RGBtoHSB(
            (int) (sums[0] / count), (int) (sums[1] / count), (int) (sums[2] / count), null);
    if (hsb[2] < 0.3) {
      return "dark";
    }
    if (hsb[1] < 0.15) {
      return hsb[2] > 0.65 ? "light" : "grey";
    }
    return hsb[0] < 0.2 || hsb[0] > 0.9 ? "warm" : "cold";
  }
}
