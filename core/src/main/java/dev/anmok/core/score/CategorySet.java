package dev.anmok.core.score;

import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.embed.TextEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The categories of an album, how their prompts are worded and pooled, and the prompts of what
/// belongs to none. Languages are ISO 639-1 codes.
///
/// @param categories in their order, at least one, with different names
/// @param templates by language, texts in which `{}` stands for each prompt of the language; where
///   a language has none, its prompts stand as they are
/// @param neutral by language, prompts that fit any photo or none of the categories
/// @param pooling how several prompts of a category become one score
/// @param method how a photo gets its category
public record CategorySet(
    List<Category> categories,
    Map<String, List<String>> templates,
    Map<String, List<String>> neutral,
    Pooling pooling,
    CategoryMethod method) {
  public CategorySet {
    categories = List.copyOf(categories);
    templates = copy(templates);
    neutral = copy(neutral);
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("at least one category is needed");
    }
    if (categories.stream().map(Category::name).distinct().count() < categories.size()) {
      throw new IllegalArgumentException("two categories have the same name");
    }
    if (method == CategoryMethod.CALIBRATED && neutral.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("the method calibrated needs neutral prompts");
    }
  }

  /// Names of the categories, in their order.
  public List<String> names() {
    return categories.stream().map(Category::name).toList();
  }

  /// The same categories with the prompts of some languages only.
  ///
  /// @throws IllegalArgumentException if a category, or the neutral bank, has none in them
  public CategorySet in(Set<String> languages) {
    var kept =
        categories.stream()
            .map(c -> new Category(c.name(), c.labels(), only(c.prompts(), languages)))
            .toList();
    return new CategorySet(
        kept, only(templates, languages), only(neutral, languages), pooling, method);
  }

  /// The texts that the encoder reads for a category: each prompt in each template of its language.
  public List<String> texts(Category category) {
    var texts = new ArrayList<String>();
    category
        .prompts()
        .forEach((language, prompts) -> {
          var wordings = templates.getOrDefault(language, List.of("{}"));
          for (var prompt : prompts) {
            wordings.forEach(wording -> texts.add(wording.replace("{}", prompt)));
          }
        });
    return texts;
  }

  /// The neutral prompts of all languages.
  public List<String> neutralTexts() {
    return neutral.values().stream().flatMap(List::stream).toList();
  }

  /// Every prompt as it was written, without templates, then the neutral ones: what to look for
  /// mistakes in.
  public List<String> written() {
    return Stream.concat(
            categories.stream().flatMap(c -> c.prompts().values().stream()).flatMap(List::stream),
            neutralTexts().stream())
        .toList();
  }

  /// Twelve hexadecimal digits that change with the categories' names, order and texts and with the
  /// neutral bank; calibrated numbers remember them.
  public String digest() {
    var parts =
        categories.stream()
            .map(c -> c.name() + "\n" + String.join("\n", texts(c)))
            .collect(Collectors.joining("\n\n", "", "\n\n\n" + String.join("\n", neutralTexts())));
    return TextDigest.brief(parts);
  }

  /// Encodes the prompts once, ready to score embeddings of the encoder's space.
  public CategoryScorer bind(TextEncoder encoder) {
    var pools = new ArrayList<PromptPool>();
    for (var category : categories) {
      pools.add(pool(texts(category), encoder));
    }
    var bank = neutralTexts().isEmpty() ? null : pool(neutralTexts(), encoder);
    return new CategoryScorer(names(), pools, bank, encoder.logitScale());
  }

  private PromptPool pool(List<String> texts, TextEncoder encoder) {
    return new PromptPool(encoder.encode(texts), pooling, encoder.logitScale());
  }

  private static Map<String, List<String>> only(
      Map<String, List<String>> texts, Set<String> languages) {
    var kept = new LinkedHashMap<>(texts);
    kept.keySet().retainAll(languages);
    return kept;
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> texts) {
    var copy = new LinkedHashMap<String, List<String>>();
    texts.forEach((language, each) -> copy.put(language, List.copyOf(each)));
    return java.util.Collections.unmodifiableMap(copy);
  }
}
