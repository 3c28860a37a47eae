package dev.anmok.app.profile;

import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.curate.CurationRule;
import dev.anmok.core.score.ContrastLens;
import dev.anmok.core.score.Pooling;
import dev.anmok.core.score.Prompt;
import dev.anmok.core.score.PromptSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads a profile strictly: an unknown key, a wrong type or a value out of range is an
/// [IOException] with the file, the line and what is expected.
final class ProfileReader {
  private final String file;
  private final Path folder;

  /// At which size photos are measured.
  private enum Scale {
    REDUCED,
    NATIVE
  }

  /// @param file what messages call it
  /// @param folder where other files lie that it names
  ProfileReader(String file, Path folder) {
    this.file = file;
    this.folder = folder;
  }

  Profile read(String yaml) throws IOException {
    var root = YamlMap.parse(file, yaml);
    var name = root.text(root.require("name"));
    var description = root.text("description", "");
    var lensMap = root.map("lens");
    var lens = lens(lensMap);
    var published = lensMap.find("threshold").isPresent() ? lensMap.number("threshold", 0) : null;
    var thresholds = ThresholdsSection.read(lensMap);
    lensMap.finish();
    var curate = root.map("curate");
    var method = curate.choice("method", Method.values(), Method.DELTA);
    var rule = rule(root, curate);
    var old = root.find("as-published").isPresent() ? oldPrompts(root) : null;
    if (method == Method.AS_PUBLISHED && old == null) {
      throw root.problem(curate.require("method"), "the method as-published needs its prompts");
    }
    var search = SearchSection.read(root, folder);
    boolean detail = root.choice("measure", Scale.values(), Scale.REDUCED) == Scale.NATIVE;
    var album =
        root.find("album").isPresent() ? AlbumSection.read(root.map("album"), folder) : null;
    if (root.find("blur").isPresent()) {
      album =
          (album == null ? Profiles.shippedAlbum() : album)
              .with(BlurSection.read(root.map("blur")));
    }
    var useful = UsefulSection.read(root);
    var words = WordsSections.read(root);
    var category =
        root.find("category").isPresent()
            ? CategorySection.read(root.map("category"), folder)
            : null;
    var cutout = CutoutSection.read(root);
    var personal = PersonalSection.read(root);
    root.finish();
    return new Profile(
        name,
        description,
        lens,
        published,
        thresholds,
        method,
        rule,
        useful,
        old,
        search,
        detail,
        album,
        words,
        category,
        cutout,
        personal);
  }

  private ContrastLens lens(YamlMap map) throws IOException {
    var name = map.text(map.require("name"));
    var pooling = map.choice("pooling", Pooling.values(), Pooling.MEAN);
    return new ContrastLens(name, promptSet(map), pooling);
  }

  private PromptSet oldPrompts(YamlMap root) throws IOException {
    var map = root.map("as-published");
    var prompts = promptSet(map);
    map.finish();
    return prompts;
  }

  private PromptSet promptSet(YamlMap map) throws IOException {
    var positive = prompts(map, "positive");
    var negative = prompts(map, "negative");
    try {
      return new PromptSet(positive, negative);
    } catch (IllegalArgumentException e) {
      throw map.problem(map.require("positive"), String.valueOf(e.getMessage()));
    }
  }

  private List<Prompt> prompts(YamlMap map, String key) throws IOException {
    var prompts = new ArrayList<Prompt>();
    for (var node : map.list(key)) {
      prompts.add(node instanceof ScalarNode text ? Prompt.of(text.getValue()) : prompt(node));
    }
    return prompts;
  }

  private Prompt prompt(Node node) throws IOException {
    var map = YamlMap.of(file, node);
    var text = map.text(map.require("text"));
    boolean enabled = map.flag("enabled", true);
    var comment = map.text("comment", "");
    map.finish();
    return new Prompt(text, enabled, comment);
  }

  private CurationRule rule(YamlMap root, YamlMap curate) throws IOException {
    int keep = curate.integer("keep", 5);
    int require = curate.integer("require", keep);
    double diversity = curate.number("diversity", 0.5);
    var near = near(curate);
    double sharpness = curate.number("min-sharpness", 0);
    double luma = curate.number("min-luma", 0);
    curate.finish();
    try {
      return new CurationRule(keep, require, diversity, near, sharpness, luma);
    } catch (IllegalArgumentException e) {
      throw root.problem(root.require("curate"), String.valueOf(e.getMessage()));
    }
  }

  private @Nullable NearRule near(YamlMap curate) throws IOException {
    var found = curate.find("near-duplicates");
    if (found.isEmpty()
        || (found.get() instanceof ScalarNode off && off.getValue().equals("off"))) {
      return null;
    }
    var map = YamlMap.of(file, found.get());
    int bits = map.integer("max-hash-bits", 10);
    double cosine = map.number("min-cosine", 0.9);
    map.finish();
    try {
      return new NearRule(bits, cosine);
    } catch (IllegalArgumentException e) {
      throw map.problem(found.get(), String.valueOf(e.getMessage()));
    }
  }
}
