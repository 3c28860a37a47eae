package dev.anmok.core.classify;

import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Pixels;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A classifier that looks at several views of each photo: the mean of the log-probabilities of the
/// original and its views, scaled to 1. Costs as much for each view as for the photo, with encoding
/// where the classifier needs vectors. Holds the views of one photo at a time.
public final class ManyViews implements Classifier {
  private final Classifier one;
  private final Set<View> views;
  private final @Nullable ImageEncoder encoder;

  private ManyViews(Classifier one, Set<View> views, @Nullable ImageEncoder encoder) {
    this.one = one;
    this.views = views;
    this.encoder = encoder;
  }

  /// The classifier with some views; itself where there are none.
  ///
  /// @param encoderOrNull makes the vectors of views; needed where the classifier needs vectors,
  ///   and not closed
  /// @throws IllegalArgumentException if it is missing, or of another space than the classifier's
  public static Classifier of(
      Classifier one, Set<View> views, @Nullable ImageEncoder encoderOrNull) {
    if (views.isEmpty()) {
      return one;
    }
    var needed = one.space();
    if (needed.isPresent()
        && (encoderOrNull == null || !encoderOrNull.space().equals(needed.get()))) {
      throw new IllegalArgumentException(
          "views for " + one.id() + " need the encoder of " + needed.get().id());
    }
    return new ManyViews(one, EnumSet.copyOf(views), needed.isPresent() ? encoderOrNull : null);
  }

  @Override
  public String id() {
    return one.id() + "-" + TextDigest.brief("views " + views);
  }

  @Override
  public List<String> labels() {
    return one.labels();
  }

  @Override
  public boolean seesPixels() {
    return true;
  }

  @Override
  public Optional<VectorSpace> space() {
    return one.space();
  }

  @Override
  public List<double[]> probabilities(List<Sight> sights) {
    return sights.stream().map(this::pooled).toList();
  }

  private double[] pooled(Sight sight) {
    var looks = new ArrayList<Sight>();
    looks.add(sight);
    var pictures = new ArrayList<Pixels>();
    views.forEach(view -> pictures.addAll(view.of(sight.pixels())));
    if (encoder == null) {
      pictures.forEach(picture -> looks.add(Sight.of(picture)));
    } else {
      var vectors = encoder.encode(pictures);
      for (int i = 0; i < vectors.size(); i++) {
        looks.add(new Sight(pictures.get(i), vectors.get(i)));
      }
    }
    var sums = new double[labels().size() + 1];
    for (var chances : one.probabilities(looks)) {
      var logs = Chances.logs(chances);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += logs[i] / looks.size();
      }
    }
    return Chances.softmax(sums, labels().size());
  }

  @Override
  public void close() {
    one.close();
  }
}
