package dev.anmok.app.category;

import dev.anmok.app.head.Classifiers;
import dev.anmok.app.profile.CategoryChoice;
import dev.anmok.app.source.LabelMapFile;
import dev.anmok.core.classify.Calibrated;
import dev.anmok.core.classify.Classifier;
import dev.anmok.core.classify.Ensemble;
import dev.anmok.core.classify.Gate;
import dev.anmok.core.classify.LeafChance;
import dev.anmok.core.classify.ManyViews;
import dev.anmok.core.classify.Mapped;
import dev.anmok.core.classify.Sight;
import dev.anmok.core.classify.Taxonomy;
import dev.anmok.core.classify.Temperature;
import dev.anmok.core.classify.ZeroShot;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The classifiers of a profile as one, with its taxonomy and gate. Thread-safe; closes the models
/// that it opened.
///
/// @param taxonomy the categories
/// @param classifier answers in leaves of the taxonomy
/// @param gate makes verdicts of its answers
public record Categorizer(Taxonomy taxonomy, Classifier classifier, Gate gate)
    implements AutoCloseable {

  /// Where classifiers come from.
  ///
  /// @param pack the encoder's pack, whose space learned classifiers must have
  /// @param workspace its folder, which need not exist
  /// @param store where classifier packs are
  /// @param encoderOrNull makes vectors of views, and is not closed; needed only with views
  public record Origin(
      ModelPack pack, Path workspace, ModelStore store, @Nullable ImageEncoder encoderOrNull) {
    /// Where the workspace's trained classifiers lie.
    Classifiers learned() {
      return new Classifiers(workspace.resolve("classifiers"));
    }
  }

  /// Opens the classifiers of a choice.
  ///
  /// @throws IOException if one is not there, is broken, belongs to another space, or knows labels
  ///   that the taxonomy lacks
  public static Categorizer open(CategoryChoice choice, Origin origin) throws IOException {
    var members = new ArrayList<Ensemble.Member>();
    try {
      for (var use : choice.classifiers()) {
        members.add(new Ensemble.Member(one(use, choice, origin), use.weight()));
      }
      var classifier = members.size() == 1 ? members.getFirst().classifier() : Ensemble.of(members);
      return new Categorizer(choice.taxonomy(), classifier, choice.gate());
    } catch (IOException | RuntimeException e) {
      members.forEach(member -> member.classifier().close());
      throw e;
    }
  }

  private static Classifier one(CategoryChoice.Use use, CategoryChoice choice, Origin origin)
      throws IOException {
    var bare = bare(use, choice.taxonomy(), origin);
    var views = views(bare, choice, origin);
    return use.temperature().equals(Temperature.NONE)
        ? views
        : new Calibrated(views, use.temperature());
  }

  private static Classifier views(Classifier bare, CategoryChoice choice, Origin origin) {
    try {
      return ManyViews.of(bare, choice.views(), origin.encoderOrNull());
    } catch (RuntimeException e) {
      bare.close();
      throw e;
    }
  }

  private static Classifier bare(CategoryChoice.Use use, Taxonomy taxonomy, Origin origin)
      throws IOException {
    if (use.name().equals(CategoryChoice.ZERO_SHOT)) {
      try (var texts = origin.pack().texts()) {
        return ZeroShot.of(taxonomy, texts, Set.copyOf(origin.pack().languages()));
      } catch (IllegalArgumentException e) {
        throw new IOException(
            "the taxonomy cannot be asked of the model %s, which knows %s: %s"
                .formatted(
                    origin.pack().id(),
                    String.join(", ", origin.pack().languages()),
                    e.getMessage()),
            e);
      }
    }
    var learned = origin.learned();
    if (learned.has(use.name())) {
      return checked(
          learned.load(use.name(), origin.pack().space()).classifier(), use.name(), taxonomy);
    }
    return mapped(use, taxonomy, origin, learned.names());
  }

  private static Classifier checked(Classifier classifier, String name, Taxonomy taxonomy)
      throws IOException {
    for (var label : classifier.labels()) {
      if (!taxonomy.paths().contains(label)) {
        throw new IOException(
            "the classifier "
                + name
                + " answers '"
                + label
                + "', which the taxonomy lacks; train it with this taxonomy, or name its own");
      }
    }
    return classifier;
  }

  private static Classifier mapped(
      CategoryChoice.Use use, Taxonomy taxonomy, Origin origin, List<String> learned)
      throws IOException {
    Classifier pack;
    try {
      pack = origin.store().classifier(use.name()).classifier();
    } catch (IOException e) {
      throw new IOException(
          e.getMessage()
              + (learned.isEmpty() ? "" : "; trained ones are " + String.join(", ", learned)),
          e);
    }
    try {
      var paths =
          use.map().isPresent()
              ? LabelMapFile.read(use.map().get(), taxonomy)
              : LabelMapFile.imageNet(taxonomy);
      return Mapped.of(pack, paths);
    } catch (IOException | IllegalArgumentException e) {
      pack.close();
      throw new IOException("the classifier " + use.name() + ": " + e.getMessage(), e);
    }
  }

  /// What each photo is taken for.
  public List<Categorized> of(List<Sight> sights) {
    return classifier.probabilities(sights).stream().map(this::judged).toList();
  }

  /// The verdict on probabilities of the classifier's labels.
  public Categorized judged(double[] chances) {
    return new Categorized(
        gate.judge(classifier.labels(), chances), LeafChance.ranked(classifier.labels(), chances));
  }

  @Override
  public void close() {
    classifier.close();
  }
}
