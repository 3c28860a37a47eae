package dev.anmok.spark.global;

import dev.anmok.app.album.DuplicatesAnswer;
import dev.anmok.core.cluster.DuplicateRule;
import java.io.Serializable;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Groups as `anmok duplicates --format json` prints them, one by one.
///
/// @param rule what was gone by
/// @param origin where its threshold for similar photos came from
/// @param details whether scores and reasons are told too
record GroupText(DuplicateRule rule, String origin, boolean details) implements Serializable {
  private static final long serialVersionUID = 1;
  private static final JsonMapper JSON = new JsonMapper();

  /// What stands before the first group.
  String head() {
    var none = text(List.of());
    return none.substring(0, none.lastIndexOf(']'));
  }

  /// What stands after the last group.
  String tail() {
    var none = text(List.of());
    return none.substring(none.lastIndexOf(']'));
  }

  /// Tells groups, any number of them.
  Groups groups() {
    return new Groups(this, head().length(), tail().length());
  }

  /// Tells groups.
  ///
  /// @param before characters before the first group
  /// @param after characters after the last one
  record Groups(GroupText text, int before, int after) {
    /// A group.
    String of(DuplicatesAnswer.Group group) {
      var one = text.text(List.of(group));
      return one.substring(before, one.length() - after);
    }
  }

  private String text(List<DuplicatesAnswer.Group> groups) {
    var answer = new DuplicatesAnswer(rule, origin, groups);
    return JSON.writeValueAsString(details ? answer.details() : answer.plain());
  }
}
