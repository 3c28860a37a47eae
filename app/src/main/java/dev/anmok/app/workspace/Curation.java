package dev.anmok.app.workspace;

import dev.anmok.core.curate.Candidate;
import dev.anmok.core.curate.Curator;
import dev.anmok.core.curate.ItemCandidates;
import dev.anmok.core.curate.ItemDecision;
import dev.anmok.core.curate.PhotoDecision;
import dev.anmok.core.curate.UnreadablePhoto;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.pipeline.StoredDecision;
import dev.anmok.core.score.ContrastScore;
import dev.anmok.core.score.ContrastScorer;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Decides over the items of a catalog, one at a time.
///
/// @param catalog where the photos are
/// @param space which embeddings are judged
/// @param scorer the lens
/// @param curator the way to choose
public record Curation(Catalog catalog, VectorSpace space, ContrastScorer scorer, Curator curator) {
  /// An item and what was decided about it.
  public record Result(Item item, ItemDecision decision) {}

  /// Decides over every item, tells `sink` each result in order of item id, and stores all of them
  /// in place of the decisions before, in one transaction.
  public void decideAll(Consumer<Result> sink) throws IOException {
    try (var items = catalog.items(space)) {
      catalog.decide(items.map(this::decide).peek(sink).flatMap(Curation::stored));
    }
  }

  /// Decides over an item without storing anything.
  public Result decide(ItemPhotos item) {
    var photos =
        item.photos().stream()
            .map(photo ->
                new Candidate(
                    photo.uri(),
                    photo.photo().sha256(),
                    photo.photo().facts(),
                    photo.photo().measures(),
                    photo.photo().detailOrNull(),
                    photo.embedding(),
                    scorer.score(photo.embedding())))
            .toList();
    var unreadable =
        item.rejected().stream()
            .map(photo ->
                new UnreadablePhoto(photo.uri(), photo.reason().code() + ": " + photo.detail()))
            .toList();
    var candidates = new ItemCandidates(item.item().id(), photos, unreadable);
    return new Result(item.item(), curator.decide(candidates));
  }

  private static Stream<StoredDecision> stored(Result result) {
    var decision = result.decision();
    var own =
        new StoredDecision(
            decision.item(),
            "",
            decision.kept() ? 1 : 0,
            decision.reason().code(),
            decision.detail(),
            decision.mood().shareAboveZero());
    var photos = decision.photos().stream().map(photo -> stored(decision.item(), photo));
    return Stream.concat(Stream.of(own), photos);
  }

  private static StoredDecision stored(String item, PhotoDecision photo) {
    double delta = photo.score().map(ContrastScore::delta).orElse(Double.NaN);
    return new StoredDecision(
        item, photo.uri(), photo.rank(), photo.reason().code(), photo.detail(), delta);
  }
}
