package dev.anmok.core.curate;

import dev.anmok.core.score.HighlightLens;

/// How the best photos of an album are found.
///
/// @param lens how beauty is scored
/// @param distinct whether only the best of near duplicates is listed
public record HighlightRule(HighlightLens lens, boolean distinct) {}
