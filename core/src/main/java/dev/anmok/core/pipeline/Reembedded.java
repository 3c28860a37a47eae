package dev.anmok.core.pipeline;

import java.time.Duration;

/// What a run of [Reembedding] did; all of it is in the catalog.
///
/// @param embedded photos that got a vector in this run
/// @param failed photos that gave none
/// @param elapsed how long it took
/// @param interrupted whether it was interrupted before the last photo
public record Reembedded(long embedded, long failed, Duration elapsed, boolean interrupted) {}
