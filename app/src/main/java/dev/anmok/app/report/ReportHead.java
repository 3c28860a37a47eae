package dev.anmok.app.report;

import java.time.Instant;

/// What a mood report is about.
///
/// @param workspace where the photos are kept, as the user named it
/// @param profile name of the profile
/// @param lens how the scores were made
/// @param keep most representatives of one item
/// @param require photos above the threshold an item needs to be kept
/// @param made when the report was made
/// @param language the one shown first
public record ReportHead(
    String workspace,
    String profile,
    LensFacts lens,
    int keep,
    int require,
    Instant made,
    Language language) {}
