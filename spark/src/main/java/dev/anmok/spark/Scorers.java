package dev.anmok.spark;

import dev.anmok.app.profile.Profile;
import dev.anmok.app.workspace.MoodLens;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.score.HighlightLens;
import dev.anmok.core.score.LadderScorer;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lenses of a profile with their prompts encoded. Thread-safe.
///
/// @param lens name of the contrast lens
/// @param mood the contrast lens
/// @param ladderOrNull the prompts that photos of an album are rated by; null where the profile has
///   no album, or rates by a learned head, which belongs to a workspace
record Scorers(String lens, MoodLens mood, @Nullable LadderScorer ladderOrNull) {
  /// Encodes the prompts; the text tower is closed again.
  static Scorers of(Profile profile, ModelPack pack) throws IOException {
    try (var texts = pack.texts()) {
      var ladder =
          profile.album().isPresent()
                  && profile.album().get().highlights().lens()
                      instanceof HighlightLens.Ladder prompts
              ? LadderScorer.bind(prompts, texts)
              : null;
      return new Scorers(profile.lens().name(), MoodLens.of(profile, pack, texts), ladder);
    }
  }

  /// What the lenses say of a photo, by name.
  Map<String, Double> of(Embedding photo) {
    var scores = new LinkedHashMap<String, Double>();
    var contrast = mood.scorer().score(photo);
    scores.put(lens + ".positive", contrast.positive());
    scores.put(lens + ".negative", contrast.negative());
    scores.put(lens + ".delta", contrast.delta());
    if (ladderOrNull != null) {
      scores.put("highlight", ladderOrNull.raw(photo));
    }
    return scores;
  }
}
