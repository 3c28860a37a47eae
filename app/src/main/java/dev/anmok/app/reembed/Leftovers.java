package dev.anmok.app.reembed;

import dev.anmok.app.head.Classifiers;
import dev.anmok.app.head.Heads;
import dev.anmok.app.threshold.LensMark;
import dev.anmok.app.threshold.LensSample;
import dev.anmok.app.workspace.CuratedWith;
import dev.anmok.app.workspace.ItemCategories;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Finds what a change of the model left behind: thresholds, numbers, heads, classifiers, samples,
/// decisions and categories that belong to another space and have nothing in their place. None of
/// it is deleted, so that going back to its space makes it valid again.
public final class Leftovers {
  private static final String OTHER = "another one";
  private static final int SOME_ITEMS = 1_000;
  private static final int PARTS = 5;

  private final Session session;
  private final Catalog catalog;
  private final String space;
  private final List<LeftBehind> found = new ArrayList<>();

  private Leftovers(Session session) {
    this.session = session;
    this.catalog = session.workspace().catalog();
    this.space = session.pack().space().id();
  }

  /// What is left behind by the space of a session.
  ///
  /// @throws IOException also if the file of a head or a classifier is damaged
  public static List<LeftBehind> of(Session session) throws IOException {
    var leftovers = new Leftovers(session);
    leftovers.decisions();
    leftovers.thresholds();
    leftovers.profile();
    leftovers.calibrations();
    leftovers.sample();
    leftovers.learned();
    leftovers.categories();
    return List.copyOf(leftovers.found);
  }

  private void add(String what, String of, String command) {
    found.add(new LeftBehind(what, of, "anmok " + command));
  }

  /// The decisions themselves stay until then, and are those that people see.
  private void decisions() throws IOException {
    var with = CuratedWith.load(catalog);
    if (with.isPresent() && !with.get().in(session.pack().space())) {
      add("the curation", with.get().space(), "curate");
    }
  }

  /// By name of the lens, the space of a number that has none of this space beside it. Numbers of
  /// spaces that were dropped are passed over: nobody can go back to those.
  private Map<String, String> elsewhere(SortedMap<String, String> settings, Set<String> ofPixels)
      throws IOException {
    var present = catalog.spaces().stream().map(VectorSpace::id).collect(Collectors.toSet());
    var here = new HashSet<String>();
    var elsewhere = new java.util.TreeMap<String, String>();
    for (var name : settings.keySet()) {
      var parts = name.split("/", PARTS);
      if (parts.length == PARTS && !ofPixels.contains(parts[3])) {
        if (parts[2].equals(space)) {
          here.add(parts[1]);
        } else if (present.contains(parts[2])) {
          elsewhere.put(parts[1], parts[2]);
        }
      }
    }
    elsewhere.keySet().removeAll(here);
    return elsewhere;
  }

  private void thresholds() throws IOException {
    elsewhere(catalog.settings("threshold/"), Set.of())
        .forEach((lens, of) ->
            add("the threshold of the lens '" + lens + "'", of, "tune " + lens + " --save"));
  }

  private void profile() throws IOException {
    var own = session.profile().thresholds();
    if (!own.isEmpty() && session.profile().thresholdIn(space).isEmpty()) {
      var lens = session.profile().lens().name();
      boolean saved =
          catalog.settings("threshold/" + lens + "/" + space + "/").keySet().stream()
              .findAny()
              .isPresent();
      if (!saved) {
        var of = own.stream().map(bound -> bound.space()).distinct().toList();
        add(
            "the profile's threshold for the lens '" + lens + "'",
            String.join(", ", of),
            "tune " + lens + " --save");
      }
    }
  }

  private void calibrations() throws IOException {
    var lens = session.profile().lens().name();
    elsewhere(catalog.settings("calibration/"), ModelSwitch.OF_PIXELS)
        .forEach((name, of) -> {
          switch (name) {
            case "match" -> add("what scores are worth", of, "tune match --queries FILE --save");
            case "categories" ->
                add("the limits of the categories", of, "tune categories --labels FILE --save");
            default -> {
              if (!name.equals(lens)) { // the range of the lens is found anew by each curation
                add("the numbers of '" + name + "'", of, "tune " + name + " --save");
              }
            }
          }
        });
  }

  private void sample() throws IOException {
    var lens = session.profile().lens();
    if (LensSample.drawnElsewhere(catalog, LensMark.of(lens, session.pack().space()))) {
      add(
          "the sample of photos drawn for the lens '" + lens.name() + "'",
          OTHER,
          "serve, and draw one on the page of the threshold (labels stay)");
    }
  }

  private void learned() throws IOException {
    var folder = session.workspace().folder();
    new Heads(folder.resolve("heads"))
        .spaces()
        .forEach((name, of) -> learned("the head '" + name + "'", of, "train head --name " + name));
    new Classifiers(folder.resolve("classifiers"))
        .spaces()
        .forEach((name, of) ->
            learned("the classifier '" + name + "'", of, "train classifier --name " + name));
  }

  private void learned(String what, String of, String command) {
    if (!of.equals(space)) {
      add(what, of, command + " --data CSV");
    }
  }

  private void categories() throws IOException {
    var classifier = ItemCategories.counting(catalog);
    if (classifier.isEmpty()) {
      return;
    }
    Set<String> items;
    try (var all = catalog.allItems()) {
      items = all.limit(SOME_ITEMS).map(Item::id).collect(Collectors.toSet());
    }
    if (!catalog.categories().ofItems(items, classifier.get(), space).isEmpty()) {
      return;
    }
    for (var other : catalog.spaces()) {
      if (!catalog.categories().ofItems(items, classifier.get(), other.id()).isEmpty()) {
        add("the categories of items", other.id(), "classify");
        return;
      }
    }
  }
}
