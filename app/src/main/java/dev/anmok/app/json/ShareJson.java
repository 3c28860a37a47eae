package dev.anmok.app.json;

import dev.anmok.core.evaluate.Proportion;
import java.util.Map;

/// A share of some trials as a tree that becomes JSON.
public final class ShareJson {
  private ShareJson() {}

  /// The share with its 95 % interval; only the counts, if there were no trials.
  public static Map<String, Object> of(Proportion share) {
    var json = Tree.of("successes", share.successes()).and("trials", share.trials());
    if (share.trials() > 0) {
      json.and("share", share.share()).and("low", share.low()).and("high", share.high());
    }
    return json.map();
  }
}
