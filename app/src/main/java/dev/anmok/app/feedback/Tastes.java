package dev.anmok.app.feedback;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.search.SubQuery;
import dev.anmok.core.search.TasteRule;
import java.io.IOException;
import java.util.List;

/// Whose taste is what, by what they did last.
///
/// @param catalog where it is logged
/// @param space of the vectors
/// @param rule how a taste comes of it
public record Tastes(Catalog catalog, VectorSpace space, TasteRule rule) {
  /// The tastes of a person or, where they have none, of the shop; none to two.
  ///
  /// @param unit what a full match by looks adds to a score, above 0
  public List<SubQuery.Taste> of(Who who, double unit) throws IOException {
    for (var owner : who.owners()) {
      var newest = catalog.feedback().recent(owner, rule.most());
      var reactions = new Looks(catalog, space).reactions(Feedback.tellingTaste(newest));
      var tastes = rule.tastes(reactions, unit);
      if (!tastes.isEmpty()) {
        return tastes;
      }
    }
    return List.of();
  }
}
