package dev.anmok.app.report;

import java.time.Instant;

/// What a report on a curation is about.
///
/// @param workspace where the photos are kept, as the user named it
/// @param profile name of the profile
/// @param method how photos were chosen, such as `delta` or `useful`
/// @param lens how the scores were made
/// @param keep most representatives of one item
/// @param require photos above the threshold an item needs to be kept
/// @param made when the report was made
/// @param language the one shown first
public record ReportHead(
    String workspace,
    String profile,
    String method,
    LensFacts lens,
    int keep,
    int require,
    Instant made,
    Language language) {}
