package dev.anmok.app.album;

import dev.anmok.app.head.Heads;
import dev.anmok.app.head.StoredHead;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.score.HighlightLens;
import dev.anmok.core.score.HighlightScorer;
import dev.anmok.core.score.LadderScorer;
import java.io.IOException;
import java.util.Locale;

/// A highlight lens that is ready to score, with what answers say of it.
///
/// @param scorer scores photos
/// @param name `ladder`, or the name of the head
/// @param origin where it came from, in plain words
record BoundLens(HighlightScorer scorer, String name, String origin) {
  static BoundLens of(HighlightLens lens, TextEncoder texts, Heads heads) throws IOException {
    return switch (lens) {
      case HighlightLens.Ladder ladder ->
          new BoundLens(
              LadderScorer.bind(ladder, texts),
              "ladder",
              String.format(
                  Locale.ROOT,
                  "expectation over the prompts \"%s\", logit scale %.1f",
                  String.join("\", \"", ladder.templates()),
                  texts.logitScale()));
      case HighlightLens.Head(var name) -> of(heads, name, texts.space());
    };
  }

  static BoundLens of(Heads heads, String nameOrPath, VectorSpace space) throws IOException {
    StoredHead stored = heads.load(nameOrPath, space);
    return new BoundLens(stored.head(), stored.name(), stored.trained());
  }
}
