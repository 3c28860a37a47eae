package dev.anmok.app.review;

import dev.anmok.core.pipeline.Review;
import dev.anmok.core.quality.BlurKind;
import dev.anmok.core.score.Category;
import dev.anmok.core.score.CategorySet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people may say about a subject, in their words, and the codes that it is stored under.
public final class Answers {
  private static final String BLURRY = "blurry";

  /// Whether a photo is blurred: `sharp` or `blurry`, of a [BlurKind] if they say so.
  public static final Answers BLUR =
      new Answers(
          Subject.BLUR,
          same("sharp", BLURRY, Review.SKIP),
          Stream.of(BlurKind.values()).map(BlurKind::code).toList(),
          "");

  /// Which of some copies to keep.
  public static final Answers DUPLICATES =
      new Answers(
          Subject.DUPLICATES,
          same(CopyWord.KEEP, CopyWord.FOLD, CopyWord.SEPARATE, Review.SKIP),
          List.of(),
          "");

  private final Subject subject;
  private final SequencedMap<String, String> words;
  private final List<String> kinds;
  private final String set;

  /// @param words by code
  /// @param set names what the words come from, if that may change
  private Answers(
      Subject subject, SequencedMap<String, String> words, List<String> kinds, String set) {
    this.subject = subject;
    this.words = words;
    this.kinds = kinds;
    this.set = set;
  }

  /// Which category a photo belongs to: the name of one, or `others`.
  public static Answers of(CategorySet categories) {
    var words = new LinkedHashMap<String, String>();
    categories.names().forEach(name -> words.put(CategoryKey.of(name), name));
    words.put(Category.OTHERS, Category.OTHERS);
    words.put(Review.SKIP, Review.SKIP);
    return new Answers(Subject.CATEGORY, words, List.of(), categories.digest());
  }

  private static SequencedMap<String, String> same(String... codes) {
    return Stream.of(codes)
        .collect(Collectors.toMap(code -> code, code -> code, (a, _) -> a, LinkedHashMap::new));
  }

  /// What they are asked about.
  public Subject subject() {
    return subject;
  }

  /// Names where the words come from, such as a digest of the categories; may be empty.
  public String set() {
    return set;
  }

  /// Every word, a skip last.
  public List<String> words() {
    return List.copyOf(words.values());
  }

  /// What may be said more closely.
  public List<String> kinds() {
    return kinds;
  }

  /// Whether a code is one of them; a category may have gone since it was said.
  public boolean knows(String code) {
    return words.containsKey(code);
  }

  /// The word of a code; the code itself if there is none.
  public String word(String code) {
    return words.getOrDefault(code, code);
  }

  /// The code of a word; codes are words too, as far as they do not stand for others.
  ///
  /// @throws IllegalArgumentException if it is not known
  public String code(String word) {
    if (word.equals(Review.SKIP)) {
      return word;
    }
    return words.entrySet().stream()
        .filter(each -> each.getValue().equals(word))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> Stream.of(word).filter(words::containsKey).findFirst())
        .orElseThrow(() ->
            new IllegalArgumentException(
                "verdict must be one of " + String.join(", ", words()) + ", was '" + word + "'"));
  }

  /// Checks what somebody said.
  ///
  /// @param verdict a code
  /// @param kind may be empty
  /// @throws IllegalArgumentException if the verdict or the kind is not known
  void check(String verdict, String kind) {
    code(verdict);
    if (subject != Subject.BLUR || kind.isEmpty()) {
      if (!kind.isEmpty()) {
        throw new IllegalArgumentException("kind is for the subject blur");
      }
      return;
    }
    if (!verdict.equals(BLURRY)) {
      throw new IllegalArgumentException("kind needs the verdict " + BLURRY + ", not " + verdict);
    }
    if (!kinds.contains(kind)) {
      throw new IllegalArgumentException(
          "kind must be one of " + String.join(", ", kinds) + ", was '" + kind + "'");
    }
  }
}
