package dev.anmok.app.report;

/// What a threshold would leave.
///
/// @param threshold the value
/// @param photos with a delta strictly greater
/// @param items with enough such photos to be kept
public record ThresholdEffect(double threshold, long photos, long items) {}
