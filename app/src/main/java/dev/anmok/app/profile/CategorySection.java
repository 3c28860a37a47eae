package dev.anmok.app.profile;

import dev.anmok.core.classify.Gate;
import dev.anmok.core.classify.Taxonomy;
import dev.anmok.core.classify.Temperature;
import dev.anmok.core.classify.View;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads a profile's section `category`:
///
/// ```yaml
/// category:
///   taxonomy: shop             # the shipped one, a file beside the profile, or heads as in a file
///   classifiers:
///     - zero-shot
///     - {name: fashion, weight: 2, temperature: 1.3}
///     - {name: mobilenet-v2, map: labels.csv}
///   gate: {sure: 0.9, least: 0.7}
///   field: category
///   views: [flip]
/// ```
final class CategorySection {
  private final YamlMap map;
  private final Path folder;

  private CategorySection(YamlMap map, Path folder) {
    this.map = map;
    this.folder = folder;
  }

  /// Reads the section.
  ///
  /// @param folder where the profile lies
  static CategoryChoice read(YamlMap map, Path folder) throws IOException {
    return new CategorySection(map, folder).read();
  }

  private CategoryChoice read() throws IOException {
    var taxonomy = taxonomy();
    var classifiers = classifiers();
    var gate = gate();
    var field = map.text("field", "category");
    var views = views();
    map.finish();
    return new CategoryChoice(taxonomy, classifiers, gate, field, views);
  }

  private Taxonomy taxonomy() throws IOException {
    var found = map.find("taxonomy");
    if (found.isEmpty()) {
      return Profiles.shippedTaxonomy();
    }
    if (!(found.get() instanceof ScalarNode)) {
      return TaxonomySection.read(map.map("taxonomy"));
    }
    var name = map.text(found.get());
    return name.equals(Profiles.SHOP)
        ? Profiles.shippedTaxonomy()
        : TaxonomySection.read(file(found.get()));
  }

  private List<CategoryChoice.Use> classifiers() throws IOException {
    if (map.find("classifiers").isEmpty()) {
      return List.of(CategoryChoice.Use.of(CategoryChoice.ZERO_SHOT));
    }
    var uses = new ArrayList<CategoryChoice.Use>();
    for (var node : map.list("classifiers")) {
      uses.add(node instanceof ScalarNode ? CategoryChoice.Use.of(map.text(node)) : use(node));
    }
    if (uses.isEmpty()) {
      throw map.problem(map.require("classifiers"), "at least one classifier is needed");
    }
    return uses;
  }

  private CategoryChoice.Use use(Node node) throws IOException {
    var one = map.inside(node);
    var name = one.text(one.require("name"));
    double weight = one.number("weight", 1);
    double temperature = one.number("temperature", 1);
    var labels = one.find("map").isPresent() ? file(one.require("map")) : null;
    one.finish();
    try {
      return new CategoryChoice.Use(name, weight, new Temperature(temperature), labels);
    } catch (IllegalArgumentException e) {
      throw one.problem(String.valueOf(e.getMessage()));
    }
  }

  private Gate gate() throws IOException {
    if (map.find("gate").isEmpty()) {
      return Gate.DEFAULT;
    }
    var gate = map.map("gate");
    double sure = gate.number("sure", Gate.DEFAULT.sure());
    double least = gate.number("least", Gate.DEFAULT.least());
    gate.finish();
    try {
      return new Gate(sure, least);
    } catch (IllegalArgumentException e) {
      throw gate.problem(String.valueOf(e.getMessage()));
    }
  }

  private Set<View> views() throws IOException {
    var views = EnumSet.noneOf(View.class);
    if (map.find("views").isPresent()) {
      for (var node : map.list("views")) {
        views.add(view(node));
      }
    }
    return views;
  }

  private View view(Node node) throws IOException {
    for (var view : View.values()) {
      if (view.code().equals(map.text(node))) {
        return view;
      }
    }
    throw map.problem(node, "'views' may hold flip and crops, held " + map.text(node));
  }

  private Path file(Node node) throws IOException {
    try {
      return folder.resolve(map.text(node));
    } catch (InvalidPathException e) {
      throw map.problem(node, "no file can be called '" + map.text(node) + "'");
    }
  }
}
