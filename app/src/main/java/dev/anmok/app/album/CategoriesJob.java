package dev.anmok.app.album;

import dev.anmok.app.review.Answers;
import dev.anmok.app.review.CategoryOpinions;
import dev.anmok.core.cluster.BoundedGroups;
import dev.anmok.core.cluster.MutualNeighbours;
import dev.anmok.core.cluster.NearestRows;
import dev.anmok.core.cluster.VectorFile;
import dev.anmok.core.cluster.VectorRows;
import dev.anmok.core.curate.CategoryDecision;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.score.CategoryScorer;
import dev.anmok.core.score.CategorySet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sorts photos into categories. Photos very much alike are judged together, by the normalised mean
/// of their vectors, so that they get the same category. Thread-safe.
///
/// Memory: vectors lie in a temporary file that is mapped (4 bytes a dimension and photo); in the
/// heap are each photo's URI, about 60 bytes for finding groups, and a decision of about 200 bytes
/// for each group.
public final class CategoriesJob {
  /// The source project's number of neighbours.
  static final int NEIGHBOURS = 5;

  private final CategorySet categories;
  private final CategoryScorer scorer;
  private final CategoryNumbers numbers;
  private final VectorSpace space;
  private final @Nullable Catalog catalogOrNull;

  private CategoriesJob(
      CategorySet categories,
      CategoryScorer scorer,
      CategoryNumbers numbers,
      VectorSpace space,
      @Nullable Catalog catalogOrNull) {
    this.categories = categories;
    this.scorer = scorer;
    this.numbers = numbers;
    this.space = space;
    this.catalogOrNull = catalogOrNull;
  }

  /// Prepares the question: encodes the prompts, finds the limits.
  public static CategoriesJob bind(AlbumContext context) throws IOException {
    var categories = context.album().categories();
    var scorer = categories.bind(context.texts("categories"));
    var numbers = CategoryNumbers.find(categories, scorer.logitScale(), context.calibrations());
    var catalog = context.calibrations().catalogOrNull();
    return new CategoriesJob(categories, scorer, numbers, context.pack().space(), catalog);
  }

  public CategorySet categories() {
    return categories;
  }

  public CategoryScorer scorer() {
    return scorer;
  }

  public CategoryNumbers numbers() {
    return numbers;
  }

  /// The same question with another floor of groups, -1..1.
  public CategoriesJob withGroupFloor(double floor) {
    return with(numbers.withGroupFloor(floor));
  }

  /// The same question with other numbers.
  public CategoriesJob with(CategoryNumbers other) {
    return new CategoriesJob(categories, scorer, other, space, catalogOrNull);
  }

  /// The same question, answered by the machine alone, to see how well it does.
  public CategoriesJob unreviewed() {
    return new CategoriesJob(categories, scorer, numbers, space, null);
  }

  /// What this question's rule says of the photos of a catalog, each judged for itself.
  public CategoryOpinions opinions(Catalog catalog) {
    var vectors = new CategoryOpinions.Vectors(catalog, space);
    return new CategoryOpinions(Answers.of(categories), scorer, numbers.rule(), vectors);
  }

  /// Answers it for some photos; none give an empty answer. What people decided about a photo goes
  /// before what the machine says of it, and of no other photo.
  public CategoriesAnswer answer(AlbumPhotos photos, CategoriesOptions options) throws IOException {
    if (catalogOrNull == null) {
      return byMachine(photos, options);
    }
    var said = new PeoplesCategories(categories, catalogOrNull.reviews());
    return byMachine(() -> photos.stream().peek(said::look), options).with(said.found());
  }

  private CategoriesAnswer byMachine(AlbumPhotos photos, CategoriesOptions options)
      throws IOException {
    var uris = new ArrayList<String>();
    if (options.perPhoto()) {
      var decisions = new ArrayList<CategoryDecision>();
      try (var all = photos.stream()) {
        all.forEach(photo -> {
          uris.add(photo.uri());
          decisions.add(decide(photo.embedding(), options));
        });
      }
      return CategoriesAnswer.ofPhotos(this, uris, decisions);
    }
    try (var vectors = VectorFile.create(space.dimension());
        var all = photos.stream()) {
      for (var each = all.iterator(); each.hasNext(); ) {
        var photo = each.next();
        uris.add(photo.uri());
        vectors.add(photo.embedding());
      }
      vectors.finish();
      return switch (categories.method()) {
        case CALIBRATED -> ofGroups(uris, vectors, options);
        case ARGMAX -> ofNeighbours(uris, vectors, options);
      };
    }
  }

  private CategoriesAnswer ofGroups(
      List<String> uris, VectorRows vectors, CategoriesOptions options) {
    double floor = numbers.groupFloor();
    var connected = MutualNeighbours.groups(vectors, NEIGHBOURS, floor);
    var groups = BoundedGroups.split(vectors, connected, floor);
    var decisions = new ArrayList<CategoryDecision>();
    for (var members : BoundedGroups.members(groups)) {
      decisions.add(decide(mean(vectors, members), options));
    }
    return CategoriesAnswer.ofGroups(this, uris, groups, decisions);
  }

  /// As the source project published it, repaired where it could not run: it asks for each photo's
  /// five nearest, itself among them, and then compares `group_embeds` that it never makes; here
  /// they are the normalised means of those five, or of all where there are fewer.
  private CategoriesAnswer ofNeighbours(
      List<String> uris, VectorRows vectors, CategoriesOptions options) {
    var others = NearestRows.of(vectors, NEIGHBOURS - 1, Double.NEGATIVE_INFINITY);
    var decisions = new ArrayList<CategoryDecision>();
    for (int row = 0; row < vectors.rows(); row++) {
      var members = IntStream.concat(IntStream.of(row), IntStream.of(others.to(row))).toArray();
      decisions.add(decide(mean(vectors, members), options));
    }
    return CategoriesAnswer.ofPhotos(this, uris, decisions);
  }

  private CategoryDecision decide(Embedding vector, CategoriesOptions options) {
    return numbers.rule().decide(scorer.rank(vector), options.top());
  }

  private Embedding mean(VectorRows vectors, int[] members) {
    var sum = new float[vectors.dimension()];
    var one = new float[vectors.dimension()];
    for (int row : members) {
      vectors.copy(row, row + 1, one);
      for (int d = 0; d < sum.length; d++) {
        sum[d] += one[d];
      }
    }
    return Embedding.normalize(space, sum);
  }
}
