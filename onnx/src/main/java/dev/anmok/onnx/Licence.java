package dev.anmok.onnx;

/// What may be done with a pack's weights.
///
/// @param text the licence in one sentence
/// @param commercial whether commercial use is allowed
/// @param reason why it is not; empty where it is
public record Licence(String text, boolean commercial, String reason) {}
