package dev.anmok.app.review;

import dev.anmok.core.curate.CategoryRule;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.Reviews;
import dev.anmok.core.score.CategoryScorer;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/// Which category each photo belongs to by a rule, each photo judged for itself. A photo is
/// uncertain if its verdict hangs by less than a factor of two: if the odds of its best category,
/// against the second or the neutral prompts in the encoder's own softmax, lie within half to twice
/// what the rule asks for (`ln 2 / logitScale` in cosines).
public final class CategoryOpinions implements Opinions {
  private static final String METHOD = "categories";
  private static final int TOP = 9;

  private final Answers answers;
  private final CategoryScorer scorer;
  private final CategoryRule rule;
  private final Vectors vectors;
  private final String version;

  /// Where the photos' vectors are.
  ///
  /// @param catalog which has them
  /// @param space of which model
  public record Vectors(Catalog catalog, VectorSpace space) {}

  /// The opinions of a rule.
  ///
  /// @param answers the same categories
  public CategoryOpinions(
      Answers answers, CategoryScorer scorer, CategoryRule rule, Vectors vectors) {
    this.answers = answers;
    this.scorer = scorer;
    this.rule = rule;
    this.vectors = vectors;
    this.version = TextDigest.brief(answers.set() + " " + rule + " " + vectors.space().id());
  }

  @Override
  public Answers answers() {
    return answers;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Optional<Opinion> of(Photo photo) throws IOException {
    return vectors.catalog().places(photo.sha256(), vectors.space()).stream()
        .findFirst()
        .map(placed -> of(placed.embedding()));
  }

  @Override
  public Stream<Said> all(Reviews reviews) throws IOException {
    return vectors
        .catalog()
        .photos(vectors.space())
        .map(placed -> new Said(placed.photo().sha256(), of(placed.embedding())));
  }

  /// What it says of a vector.
  CategoryOpinion of(Embedding vector) {
    var ranked = scorer.rank(vector);
    double gap = CategoryRule.gap(ranked);
    var decision = rule.decide(ranked, TOP);
    double over = over(ranked.getFirst().margin(), gap);
    var verdict = answers.code(decision.category());
    var machine = new MachineVerdict(verdict, METHOD, version, finite(over));
    double band = Math.log(2) / scorer.logitScale();
    return new CategoryOpinion(decision, machine, rule, gap, Math.abs(over) / band);
  }

  /// How far a photo lies above the limit that is nearest to refusing it; one without limits is
  /// asked for its lead alone.
  private double over(double margin, double gap) {
    return rule.equals(CategoryRule.ARGMAX)
        ? gap
        : Math.min(margin - rule.neutralMargin(), gap - rule.gap());
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
