package dev.anmok.app.source;

/// A Korean sentence and its English translation.
public record SentencePair(String korean, String english) {}
