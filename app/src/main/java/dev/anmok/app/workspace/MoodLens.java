package dev.anmok.app.workspace;

import dev.anmok.app.profile.Profile;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.score.ContrastScorer;
import dev.anmok.core.score.Softmax;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.util.Optional;

/// A profile's lenses with their prompts encoded by a model.
///
/// @param scorer the contrast lens
/// @param oldSoftmax the softmax of the as-published method, if the profile has it
public record MoodLens(ContrastScorer scorer, Optional<Softmax> oldSoftmax) {
  /// Encodes the prompts of a profile.
  public static MoodLens of(Profile profile, ModelPack pack) throws IOException {
    try (var texts = pack.texts()) {
      return of(profile, pack, texts);
    }
  }

  /// Encodes the prompts of a profile with a text tower that is open anyway.
  ///
  /// @param pack whose tower it is
  public static MoodLens of(Profile profile, ModelPack pack, TextEncoder texts) {
    var prompts = PromptTexts.of(texts, pack, profile.lens().name());
    var old = profile.oldPrompts().map(each -> Softmax.bind(each, prompts));
    return new MoodLens(profile.lens().bind(prompts), old);
  }
}
