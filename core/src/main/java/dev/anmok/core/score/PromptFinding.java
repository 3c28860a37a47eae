package dev.anmok.core.score;

/// Something in a prompt list that is probably not meant.
///
/// @param prompt the prompt it was found in
/// @param message one plain sentence
public record PromptFinding(String prompt, String message) {}
