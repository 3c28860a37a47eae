package dev.anmok.core.pipeline;

/// A source photo with its outcome, as the catalog records it.
///
/// @param source where it came from
/// @param sizeBytes length of the file when it was read, -1 if it could not be
/// @param modifiedMillis the file's time of last change in milliseconds since 1970, -1 if unknown
/// @param outcome what became of it
public record Ingested(SourcePhoto source, long sizeBytes, long modifiedMillis, Outcome outcome) {}
