package dev.anmok.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Parts that failed in every round.
///
/// @param parts at least one
record FailedParts(List<PartReport.Failed> parts) {
  /// Says each reason once, with the first part that has it.
  void say(Console console) {
    var byReason =
        parts.stream()
            .collect(
                Collectors.groupingBy(
                    PartReport.Failed::reason, LinkedHashMap::new, Collectors.toList()));
    byReason.forEach((reason, same) ->
        console.say(
            "anmok: part %d%s on executor %s: %s",
            same.getFirst().part(),
            same.size() == 1 ? "" : " and " + (same.size() - 1) + " more",
            same.getFirst().host(),
            reason));
  }
}
