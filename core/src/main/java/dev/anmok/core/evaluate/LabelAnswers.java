package dev.anmok.core.evaluate;

import dev.anmok.core.classify.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a classifier said of labelled photos.
///
/// @param labels the labels, in the order of the probabilities
/// @param chances the probabilities of each photo; what is missing to 1 belongs to none
/// @param truth the right label of each photo
/// @param groups which photos are alike, such as those of one sender
public record LabelAnswers(
    List<String> labels, List<double[]> chances, List<String> truth, List<String> groups) {
  public LabelAnswers {
    labels = List.copyOf(labels);
    chances = List.copyOf(chances);
    truth = List.copyOf(truth);
    groups = List.copyOf(groups);
    if (chances.size() != truth.size() || groups.size() != truth.size()) {
      throw new IllegalArgumentException(
          chances.size() + " answers, " + truth.size() + " truths, " + groups.size() + " groups");
    }
  }

  public int size() {
    return truth.size();
  }

  /// Place of the likeliest label of a photo, the first of equal ones.
  int best(int photo) {
    var of = chances.get(photo);
    int best = 0;
    for (int i = 1; i < of.length; i++) {
      if (of[i] > of[best]) {
        best = i;
      }
    }
    return best;
  }

  /// The likeliest label of a photo.
  public String answer(int photo) {
    return labels.get(best(photo));
  }

  /// Probability of the likeliest label of a photo.
  double confidence(int photo) {
    return chances.get(photo)[best(photo)];
  }

  boolean right(int photo) {
    return answer(photo).equals(truth.get(photo));
  }

  /// Whether the right label is one of the two likeliest.
  boolean nearlyRight(int photo) {
    int place = labels.indexOf(truth.get(photo));
    if (place < 0) {
      return false;
    }
    double own = chances.get(photo)[place];
    long before =
        IntStream.range(0, labels.size())
            .filter(i -> chances.get(photo)[i] > own || (chances.get(photo)[i] == own && i < place))
            .count();
    return before < 2;
  }

  /// The same answers by the heads of the labels, whose probabilities are added up.
  public LabelAnswers heads() {
    var heads = labels.stream().map(Taxonomy::headOf).distinct().toList();
    var sums = new ArrayList<double[]>();
    for (var each : chances) {
      var sum = new double[heads.size()];
      for (int i = 0; i < each.length; i++) {
        sum[heads.indexOf(Taxonomy.headOf(labels.get(i)))] += each[i];
      }
      sums.add(sum);
    }
    return new LabelAnswers(heads, sums, truth.stream().map(Taxonomy::headOf).toList(), groups);
  }

  /// How often each label was taken for each other one.
  public ConfusionMatrix confusion() {
    var classes = new java.util.LinkedHashSet<>(labels);
    classes.addAll(truth);
    var confusion = new ConfusionMatrix(List.copyOf(classes));
    for (int i = 0; i < size(); i++) {
      confusion.add(truth.get(i), answer(i));
    }
    return confusion;
  }
}
