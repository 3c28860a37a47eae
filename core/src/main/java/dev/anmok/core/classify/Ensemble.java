package dev.anmok.core.classify;

import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.embed.VectorSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Several classifiers as one: the weighted mean of their log-probabilities, scaled to 1. Each
/// knows its own labels; what a member gives to none of them is shared evenly by none and those
/// labels that only others know. Source: the logarithmic opinion pool of Genest and Zidek,
/// Statistical Science 1 (1986).
public final class Ensemble implements Classifier {
  private final List<Member> members;
  private final List<String> labels;
  private final String id;

  /// A classifier with its say.
  ///
  /// @param classifier closed with the ensemble
  /// @param weight above 0; only the ratios of weights matter
  public record Member(Classifier classifier, double weight) {
    public Member {
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            "the weight of " + classifier.id() + " must be above 0, was " + weight);
      }
    }
  }

  private Ensemble(List<Member> members, List<String> labels) {
    this.members = members;
    this.labels = labels;
    var parts =
        members.stream()
            .map(m -> m.classifier().id() + " " + String.format(Locale.ROOT, "%.6f", m.weight()))
            .collect(Collectors.joining("\n"));
    this.id = "ensemble-" + TextDigest.brief(parts);
  }

  /// One classifier of several.
  ///
  /// @throws IllegalArgumentException if there are none, or they need vectors of different spaces
  public static Ensemble of(List<Member> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an ensemble needs at least one classifier");
    }
    var labels = new LinkedHashSet<String>();
    members.forEach(member -> labels.addAll(member.classifier().labels()));
    var spaces = new LinkedHashSet<VectorSpace>();
    members.forEach(member -> member.classifier().space().ifPresent(spaces::add));
    if (spaces.size() > 1) {
      throw new IllegalArgumentException(
          "classifiers of different spaces cannot look together: "
              + spaces.stream().map(VectorSpace::id).collect(Collectors.joining(", ")));
    }
    return new Ensemble(List.copyOf(members), List.copyOf(labels));
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
    return members.stream().anyMatch(member -> member.classifier().seesPixels());
  }

  @Override
  public Optional<VectorSpace> space() {
    return members.stream().flatMap(member -> member.classifier().space().stream()).findFirst();
  }

  @Override
  public List<double[]> probabilities(List<Sight> sights) {
    var answers = new ArrayList<List<double[]>>();
    members.forEach(member -> answers.add(member.classifier().probabilities(sights)));
    return IntStream.range(0, sights.size())
        .mapToObj(i -> pooled(answers.stream().map(each -> each.get(i)).toList()))
        .toList();
  }

  /// The probabilities of the ensemble's labels from what its members said of a photo.
  ///
  /// @param answers one a member, in their order
  public double[] pooled(List<double[]> answers) {
    double total = members.stream().mapToDouble(Member::weight).sum();
    var sums = new double[labels.size() + 1];
    for (int i = 0; i < members.size(); i++) {
      add(sums, members.get(i), answers.get(i), members.get(i).weight() / total);
    }
    return Chances.softmax(sums, labels.size());
  }

  private void add(double[] sums, Member member, double[] chances, double weight) {
    var own = member.classifier().labels();
    double shared = Chances.rest(chances) / (labels.size() - own.size() + 1);
    for (int i = 0; i < labels.size(); i++) {
      int at = own.indexOf(labels.get(i));
      sums[i] += weight * Chances.log(at < 0 ? shared : chances[at]);
    }
    sums[labels.size()] += weight * Chances.log(shared);
  }

  @Override
  public void close() {
    members.forEach(member -> member.classifier().close());
  }
}
