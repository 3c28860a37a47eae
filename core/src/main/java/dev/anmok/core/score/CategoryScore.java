package dev.anmok.core.score;

/// How well a picture fits one category.
///
/// @param category its name
/// @param cosine pooled cosine similarity to its prompts, -1..1
/// @param margin `cosine` minus the pooled cosine to the neutral bank; `cosine` itself where there
///   is no bank
/// @param probability softmax at the encoder's logit scale over all categories and the neutral
///   bank, 0..1; what is missing to 1 over all categories is the bank's
public record CategoryScore(String category, double cosine, double margin, double probability) {}
