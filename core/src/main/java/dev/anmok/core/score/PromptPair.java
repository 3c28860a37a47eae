package dev.anmok.core.score;

import java.util.List;

/// One quality in two words: how a photo that has it is described, and one that lacks it.
///
/// @param name how results call it, after the good side: lower-case letters, digits and hyphens
/// @param fault what a photo is that lacks it, for example `blurred`; photos are labelled with it
/// @param good prompts for photos that have it, at least one
/// @param bad prompts for photos that lack it, at least one
public record PromptPair(String name, String fault, List<String> good, List<String> bad) {
  public PromptPair {
    good = List.copyOf(good);
    bad = List.copyOf(bad);
    checkWord("name", name);
    checkWord("fault", fault);
    check(name, "good", good);
    check(name, "bad", bad);
  }

  private static void checkWord(String what, String word) {
    if (!word.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          what + " must be lower-case letters, digits and hyphens, was '" + word + "'");
    }
  }

  private static void check(String name, String side, List<String> prompts) {
    if (prompts.isEmpty() || prompts.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "the " + side + " side of pair '" + name + "' needs a prompt that is not blank");
    }
  }
}
