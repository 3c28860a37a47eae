package dev.anmok.app.json;

import dev.anmok.core.quality.BlurVerdict;
import java.util.List;
import java.util.Map;

/// What decided a verdict on blur, as trees that become JSON.
public final class EvidenceJson {
  private EvidenceJson() {}

  /// A tree for each value that was held against a limit.
  public static List<Map<String, Object>> of(BlurVerdict verdict) {
    return verdict.evidence().stream()
        .map(each ->
            Tree.of("measure", each.what())
                .andFinite("value", each.value())
                .andFinite("limit", each.limit())
                .map())
        .toList();
  }
}
