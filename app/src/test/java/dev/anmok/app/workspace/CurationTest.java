package dev.anmok.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.curate.Curator;
import dev.anmok.core.curate.ItemCandidates;
import dev.anmok.core.curate.ItemDecision;
import dev.anmok.core.curate.ItemMood;
import dev.anmok.core.curate.ItemReason;
import dev.anmok.core.curate.PhotoDecision;
import dev.anmok.core.curate.PhotoReason;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.pipeline.StoredDecision;
import dev.anmok.core.score.ContrastLens;
import dev.anmok.core.score.ContrastScorer;
import dev.anmok.core.score.Pooling;
import dev.anmok.core.score.Prompt;
import dev.anmok.core.score.PromptSet;
import dev.anmok.sqlite.SqliteCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurationTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "none", "none", "none", 2);

  @TempDir private Path folder;

  /// Drops every item, and says so of each photo.
  private record DropAll() implements Curator {
    @Override
    public ItemDecision decide(ItemCandidates item) {
      var photos =
          item.unreadable().stream()
              .map(each ->
                  new PhotoDecision(each.uri(), 0, PhotoReason.UNREADABLE, "한 줄", null, null))
              .toList();
      return new ItemDecision(
          item.item(), ItemReason.TOO_FEW_IMAGES, "", new ItemMood(0, Double.NaN), photos);
    }

    @Override
    public int keep() {
      return 1;
    }

    @Override
    public Curator keeping(int keep) {
      return this;
    }
  }

  private static Ingested rejected(String uri, String item) {
    var source = new SourcePhoto(uri, new Item(item, item, Map.of()));
    return new Ingested(source, 1, 1, new Outcome.Rejected(null, Reason.CORRUPT, "cut"));
  }

  /// The same for each text.
  private record Constant() implements TextEncoder {
    @Override
    public VectorSpace space() {
      return SPACE;
    }

    @Override
    public double logitScale() {
      return 1;
    }

    @Override
    public List<Embedding> encode(List<String> texts) {
      return texts.stream().map(_ -> Embedding.normalize(SPACE, new float[] {1, 0})).toList();
    }

    @Override
    public void close() {}
  }

  private static ContrastScorer scorer() {
    var prompts = new PromptSet(List.of(Prompt.of("a room")), List.of(Prompt.of("a cake")));
    return new ContrastLens("mood", prompts, Pooling.MEAN).bind(new Constant());
  }

  @Test
  void othersMayWriteWhileItDecides() throws Exception {
    try (var catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
        var other = Executors.newSingleThreadExecutor()) {
      catalog.record(List.of(rejected("/1", "a"), rejected("/2", "b")));
      Callable<String> writing =
          () -> {
            catalog.set("said", "meanwhile");
            return "written";
          };
      new Curation(catalog, SPACE, scorer(), new DropAll())
          .decideAll(result -> {
            try {
              assertThat(other.submit(writing).get(10, TimeUnit.SECONDS)).isEqualTo("written");
            } catch (Exception e) {
              throw new AssertionError("the writer is held", e);
            }
          });

      try (var decisions = catalog.decisions()) {
        assertThat(decisions)
            .containsExactly(
                new StoredDecision("a", "", 0, "too_few_images", "", 0),
                new StoredDecision("a", "/1", 0, "unreadable", "한 줄", Double.NaN),
                new StoredDecision("b", "", 0, "too_few_images", "", 0),
                new StoredDecision("b", "/2", 0, "unreadable", "한 줄", Double.NaN));
      }
    }
  }
}
