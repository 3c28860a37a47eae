package dev.anmok.app.album;

import dev.anmok.core.curate.CategoryDecision;
import dev.anmok.core.curate.CategoryReason;
import dev.anmok.core.score.Category;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Photos by category, in the order of the categories with `others` last; those without photos are
/// left out. Photos stand in the order in which they were asked about.
public final class CategoriesAnswer implements Answer {
  private final CategoriesJob job;
  private final List<String> uris;
  private final int @Nullable [] groupsOrNull;
  private final List<CategoryDecision> decisions;
  private final Map<Integer, PeoplesCategories.Said> said;

  private CategoriesAnswer(
      CategoriesJob job,
      List<String> uris,
      int @Nullable [] groupsOrNull,
      List<CategoryDecision> decisions,
      Map<Integer, PeoplesCategories.Said> said) {
    this.job = job;
    this.uris = List.copyOf(uris);
    this.groupsOrNull = groupsOrNull;
    this.decisions = List.copyOf(decisions);
    this.said = said;
  }

  static CategoriesAnswer ofPhotos(
      CategoriesJob job, List<String> uris, List<CategoryDecision> decisions) {
    return new CategoriesAnswer(job, uris, null, decisions, Map.of());
  }

  /// @param groups a group number a photo
  /// @param decisions one a group
  static CategoriesAnswer ofGroups(
      CategoriesJob job, List<String> uris, int[] groups, List<CategoryDecision> decisions) {
    return new CategoriesAnswer(job, uris, groups, decisions, Map.of());
  }

  /// The same with what people said of photos, by place in the order asked.
  CategoriesAnswer with(Map<Integer, PeoplesCategories.Said> people) {
    return new CategoriesAnswer(job, uris, groupsOrNull, decisions, people);
  }

  /// Number of photos.
  public int size() {
    return uris.size();
  }

  /// Number of groups; the number of photos where each was judged for itself.
  public int groups() {
    return decisions.size();
  }

  /// Where the photo at a place in the order asked lies.
  public String uri(int photo) {
    return uris.get(photo);
  }

  /// What was decided on the photo at a place in the order asked: by people, else by the machine.
  public CategoryDecision decision(int photo) {
    var machine = machine(photo);
    var people = said.get(photo);
    return people == null
        ? machine
        : new CategoryDecision(people.category(), CategoryReason.BY_PEOPLE, machine.scores());
  }

  private CategoryDecision machine(int photo) {
    return decisions.get(groupsOrNull == null ? photo : groupsOrNull[photo]);
  }

  /// URIs by category.
  public SequencedMap<String, List<String>> byCategory() {
    var byCategory = new LinkedHashMap<String, List<String>>();
    placesByCategory()
        .forEach((category, places) ->
            byCategory.put(category, places.stream().map(uris::get).toList()));
    return byCategory;
  }

  private SequencedMap<String, List<Integer>> placesByCategory() {
    var byCategory = new LinkedHashMap<String, List<Integer>>();
    for (var name : job.categories().names()) {
      byCategory.put(name, new ArrayList<>());
    }
    byCategory.put(Category.OTHERS, new ArrayList<>());
    for (int photo = 0; photo < uris.size(); photo++) {
      java.util.Objects.requireNonNull(byCategory.get(decision(photo).category())).add(photo);
    }
    byCategory.values().removeIf(List::isEmpty);
    return byCategory;
  }

  @Override
  public List<?> plain() {
    var answer = new ArrayList<Map<String, Object>>();
    byCategory()
        .forEach((category, images) -> {
          var one = new LinkedHashMap<String, Object>();
          one.put("category", category);
          one.put("images", images);
          answer.add(one);
        });
    return answer;
  }

  @Override
  public Map<String, Object> details() {
    var numbers = job.numbers();
    var details = new LinkedHashMap<String, Object>();
    var limits = new LinkedHashMap<String, Object>();
    if (Double.isFinite(numbers.rule().neutralMargin())) {
      limits.put("neutral_margin", numbers.rule().neutralMargin());
      limits.put("gap", numbers.rule().gap());
    }
    limits.put("origin", numbers.origin());
    numbers.note().ifPresent(note -> limits.put("note", note));
    if (groupsOrNull != null) {
      limits.put("group_floor", numbers.groupFloor());
    }
    details.put("limits", limits);
    var categories = new ArrayList<Map<String, Object>>();
    placesByCategory()
        .forEach((name, places) -> {
          var one = new LinkedHashMap<String, Object>();
          one.put("category", name);
          job.categories().categories().stream()
              .filter(category -> category.name().equals(name))
              .findFirst()
              .ifPresent(category -> one.put("labels", category.labels()));
          one.put("images", places.stream().map(this::photo).toList());
          categories.add(one);
        });
    details.put("categories", categories);
    return details;
  }

  private Map<String, Object> photo(int place) {
    var decision = decision(place);
    var photo = new LinkedHashMap<String, Object>();
    photo.put("image", uris.get(place));
    if (groupsOrNull != null) {
      photo.put("group", groupsOrNull[place]);
    }
    if (decision.reason() != CategoryReason.BEST) {
      photo.put("reason", decision.reason().code());
    }
    var people = said.get(place);
    if (people != null) {
      photo.put("reviewer", people.reviewer());
      photo.put("machine", machine(place).category());
    }
    var scores = new ArrayList<Map<String, Object>>();
    for (var score : decision.scores()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("category", score.category());
      one.put("cosine", score.cosine());
      one.put("margin", score.margin());
      one.put("probability", score.probability());
      scores.add(one);
    }
    photo.put("scores", scores);
    return photo;
  }
}
