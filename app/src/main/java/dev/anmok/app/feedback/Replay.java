package dev.anmok.app.feedback;

import dev.anmok.app.workspace.Backgrounds;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.FeedbackReplay;
import dev.anmok.core.evaluate.ReplayFigures;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.search.ItemSearch;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.Reaction;
import dev.anmok.core.search.SubQuery;
import dev.anmok.core.search.TasteRule;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Replays a workspace's feedback with the scores that a search would give.
///
/// @param session the workspace
/// @param index of its photos
public record Replay(Session session, PhotoIndex index) {
  /// What tastes of a rule would have done.
  public ReplayFigures run(TasteRule rule) throws IOException {
    var catalog = session.workspace().catalog();
    var looks = new ScoredLooks(new Looks(catalog, session.pack().space()), new ItemSearch(index));
    var replay = new FeedbackReplay(rule, Backgrounds.of(session), looks);
    return replay.run(catalog.feedback()::byOwner);
  }

  private record ScoredLooks(Looks looks, ItemSearch items) implements FeedbackReplay.Looks {
    @Override
    public List<Reaction> reactions(List<Feedback> telling) throws IOException {
      return looks.reactions(telling);
    }

    @Override
    public double[] cosines(SubQuery.Taste taste, List<Feedback> shown) throws IOException {
      var ids = new HashSet<String>();
      shown.stream().map(Feedback::item).filter(item -> !item.isEmpty()).forEach(ids::add);
      var scored = items.score(taste.vector(), ids, VectorQuery.Scope.ALL);
      var cosines = new double[shown.size()];
      for (int i = 0; i < cosines.length; i++) {
        var hit = shown.get(i);
        var item = scored.get(hit.item());
        if (item != null) {
          cosines[i] = item.score();
        } else {
          var photo = hit.item().isEmpty() ? looks.photo(hit.photo()) : Optional.<Embedding>empty();
          cosines[i] = photo.isPresent() ? photo.get().cosine(taste.vector()) : Double.NaN;
        }
      }
      return cosines;
    }
  }
}
