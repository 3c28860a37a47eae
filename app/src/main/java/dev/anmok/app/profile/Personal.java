package dev.anmok.app.profile;

import dev.anmok.core.search.TasteRule;

/// What a profile does with what people made of answers.
///
/// @param rank whether searches that name a person or a shop are re-ranked by their taste
/// @param log whether a server stores what it showed to them
/// @param rule how a taste comes from likes, clicks and dislikes, and how far it moves a hit
public record Personal(boolean rank, boolean log, TasteRule rule) {
  /// A profile without the section: nobody is watched, and everybody sees the same.
  public static final Personal OFF = new Personal(false, false, TasteRule.DEFAULT);
}
