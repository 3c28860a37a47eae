package dev.anmok.parquet;

import org.jspecify.annotations.Nullable;

/// What tells a photo of a table from others, without its vector.
///
/// @param uri where it lies
/// @param sha256OrNull digest of its bytes; null if it was rejected
/// @param pixelsOrNull digest of its pixels; null where they were not measured
/// @param perceptualHash 0 if it was rejected
public record PhotoGlance(
    String uri,
    @Nullable String sha256OrNull,
    @Nullable String pixelsOrNull,
    long perceptualHash) {}
