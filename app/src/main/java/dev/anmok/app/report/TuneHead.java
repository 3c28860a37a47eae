package dev.anmok.app.report;

import java.time.Instant;

/// What a threshold report is about.
///
/// @param workspace where the photos are kept, as the user named it
/// @param lens how the scores were made, with the present threshold; NaN if there is none yet
/// @param made when the report was made
/// @param language the one shown first
public record TuneHead(String workspace, LensFacts lens, Instant made, Language language) {}
