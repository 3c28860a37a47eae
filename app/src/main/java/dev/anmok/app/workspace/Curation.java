package dev.anmok.app.workspace;

import dev.anmok.core.curate.Candidate;
import dev.anmok.core.curate.Curator;
import dev.anmok.core.curate.HandChoice;
import dev.anmok.core.curate.HandRule;
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
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
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

  /// Decides over every item, tells `sink` each result in order of item id, and then stores all of
  /// them in place of the decisions before, in one transaction: others may write to the catalog
  /// while it decides.
  public void decideAll(Consumer<Result> sink) throws IOException {
    try (var decided = DecisionFile.create()) {
      try (var items = catalog.items(space)) {
        items.map(this::decide).peek(sink).flatMap(Curation::stored).forEach(decided::add);
      }
      try (var decisions = decided.read()) {
        catalog.decide(decisions);
      }
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  /// Decides over an item without storing anything; what people chose for it goes before what the
  /// machine says.
  ///
  /// @throws UncheckedIOException if the catalog cannot be read
  public Result decide(ItemPhotos item) {
    var choice = choice(item.item().id());
    return choice.isPresent()
        ? new Result(item.item(), new HandRule(curator).decide(candidates(item), choice.get()))
        : byMachine(item);
  }

  /// Decides over an item as if nobody had chosen anything for it.
  public Result byMachine(ItemPhotos item) {
    return new Result(item.item(), curator.decide(candidates(item)));
  }

  /// Stores a result in place of the decisions on its item.
  public void store(Result result) throws IOException {
    catalog.decide(result.item().id(), stored(result).toList());
  }

  private Optional<HandChoice> choice(String item) {
    try {
      return catalog.choices().of(item);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ItemCandidates candidates(ItemPhotos item) {
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
    return new ItemCandidates(item.item().id(), photos, unreadable);
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
