package dev.anmok.core.score;

import dev.anmok.core.embed.TextDigest;
import java.util.List;

/// What pictures should show and what they should not.
///
/// @param positive at least one of them enabled
/// @param negative at least one of them enabled
public record PromptSet(List<Prompt> positive, List<Prompt> negative) {
  public PromptSet {
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
    if (positive.stream().noneMatch(Prompt::enabled)
        || negative.stream().noneMatch(Prompt::enabled)) {
      throw new IllegalArgumentException("each side needs at least one enabled prompt");
    }
  }

  /// Texts of the enabled positive prompts, in their order.
  public List<String> positiveTexts() {
    return enabled(positive);
  }

  /// Texts of the enabled negative prompts, in their order.
  public List<String> negativeTexts() {
    return enabled(negative);
  }

  /// Twelve hexadecimal digits that change with the enabled texts; a threshold remembers them.
  public String digest() {
    var texts = String.join("\n", positiveTexts()) + "\n\n" + String.join("\n", negativeTexts());
    return TextDigest.brief(texts);
  }

  private static List<String> enabled(List<Prompt> prompts) {
    return prompts.stream().filter(Prompt::enabled).map(Prompt::text).toList();
  }
}
