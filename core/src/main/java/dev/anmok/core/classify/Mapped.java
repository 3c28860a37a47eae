package dev.anmok.core.classify;

import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.embed.VectorSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A classifier whose own labels are translated to those of a taxonomy: the probabilities of all
/// labels that stand for one leaf are added up, and what its other labels have belongs to none.
public final class Mapped implements Classifier {
  private static final int NONE = -1;

  private final Classifier one;
  private final List<String> labels;
  private final int[] places;
  private final String id;

  private Mapped(Classifier one, List<String> labels, int[] places, String id) {
    this.one = one;
    this.labels = labels;
    this.places = places;
    this.id = id;
  }

  /// A classifier in other words.
  ///
  /// @param paths the leaf that each label stands for; labels may be left out
  /// @throws IllegalArgumentException if a label is not one of the classifier's, or none is named
  public static Mapped of(Classifier one, Map<String, String> paths) {
    for (var label : paths.keySet()) {
      if (!one.labels().contains(label)) {
        throw new IllegalArgumentException(one.id() + " has no label '" + label + "'");
      }
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("no label of " + one.id() + " stands for a leaf");
    }
    var labels = List.copyOf(new LinkedHashSet<>(paths.values()));
    var places = new int[one.labels().size()];
    var text = new StringBuilder();
    for (int i = 0; i < places.length; i++) {
      var path = paths.get(one.labels().get(i));
      places[i] = path == null ? NONE : labels.indexOf(path);
      text.append(path).append('\n');
    }
    return new Mapped(one, labels, places, one.id() + "-" + TextDigest.brief(text.toString()));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public boolean seesPixels() {
    return one.seesPixels();
  }

  @Override
  public Optional<VectorSpace> space() {
    return one.space();
  }

  @Override
  public List<double[]> probabilities(List<Sight> sights) {
    var all = new ArrayList<double[]>();
    for (var chances : one.probabilities(sights)) {
      var sums = new double[labels.size()];
      for (int i = 0; i < chances.length; i++) {
        if (places[i] != NONE) {
          sums[places[i]] += chances[i];
        }
      }
      all.add(sums);
    }
    return all;
  }

  @Override
  public void close() {
    one.close();
  }
}
