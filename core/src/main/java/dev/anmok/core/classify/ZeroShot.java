package dev.anmok.core.classify;

import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.score.Category;
import dev.anmok.core.score.CategoryMethod;
import dev.anmok.core.score.CategoryScore;
import dev.anmok.core.score.CategoryScorer;
import dev.anmok.core.score.CategorySet;
import dev.anmok.core.score.Pooling;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Classifies by what the leaves' prompts say, without examples: softmax of the cosines to their
/// pooled texts at the encoder's logit scale, with the neutral prompts as what belongs nowhere.
public final class ZeroShot implements Classifier {
  private final VectorSpace space;
  private final List<String> labels;
  private final CategoryScorer scorer;
  private final String id;

  private ZeroShot(VectorSpace space, List<String> labels, CategoryScorer scorer, String id) {
    this.space = space;
    this.labels = labels;
    this.scorer = scorer;
    this.id = id;
  }

  /// Encodes a taxonomy's prompts once.
  ///
  /// @param encoder not needed afterwards, and not closed
  public static ZeroShot of(Taxonomy taxonomy, TextEncoder encoder) {
    return of(taxonomy, set(taxonomy), encoder);
  }

  /// The same with the prompts of some languages only.
  ///
  /// @param languages ISO 639-1 codes
  /// @throws IllegalArgumentException if a category has no prompt in them
  public static ZeroShot of(Taxonomy taxonomy, TextEncoder encoder, Set<String> languages) {
    return of(taxonomy, set(taxonomy).in(languages), encoder);
  }

  private static CategorySet set(Taxonomy taxonomy) {
    var categories =
        taxonomy.paths().stream()
            .map(path ->
                new Category(path, taxonomy.leaf(path).labels(), taxonomy.leaf(path).wording()))
            .toList();
    var wording = taxonomy.wording();
    return new CategorySet(
        categories,
        wording.templates(),
        wording.neutral(),
        Pooling.ENSEMBLE,
        CategoryMethod.ARGMAX);
  }

  private static ZeroShot of(Taxonomy taxonomy, CategorySet set, TextEncoder encoder) {
    return new ZeroShot(
        encoder.space(), taxonomy.paths(), set.bind(encoder), "zero-shot-" + set.digest());
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
    return false;
  }

  @Override
  public Optional<VectorSpace> space() {
    return Optional.of(space);
  }

  @Override
  public List<double[]> probabilities(List<Sight> sights) {
    return sights.stream().map(this::probabilities).toList();
  }

  private double[] probabilities(Sight sight) {
    var chances = new double[labels.size()];
    for (CategoryScore score : scorer.rank(sight.embedding())) {
      chances[labels.indexOf(score.category())] = score.probability();
    }
    return chances;
  }

  @Override
  public void close() {}
}
