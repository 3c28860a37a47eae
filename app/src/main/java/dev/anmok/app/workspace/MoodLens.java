package dev.anmok.app.workspace;

import dev.anmok.app.profile.Method;
import dev.anmok.app.profile.Profile;
import dev.anmok.core.curate.AsPublishedCurator;
import dev.anmok.core.curate.Curator;
import dev.anmok.core.curate.DeltaCurator;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.score.ContrastScorer;
import dev.anmok.core.score.Softmax;
import dev.anmok.core.score.Threshold;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.util.Optional;

/// A profile's lens and methods with their prompts encoded by a model.
///
/// @param scorer the contrast lens
/// @param oldSoftmax the softmax of the as-published method, if the profile has it
public record MoodLens(ContrastScorer scorer, Optional<Softmax> oldSoftmax) {
  /// Encodes the prompts of a profile.
  public static MoodLens of(Profile profile, ModelPack pack) throws IOException {
    try (var texts = pack.texts()) {
      return of(profile, texts);
    }
  }

  /// Encodes the prompts of a profile with a text tower that is open anyway.
  public static MoodLens of(Profile profile, TextEncoder texts) {
    var old = profile.oldPrompts().map(prompts -> Softmax.bind(prompts, texts));
    return new MoodLens(profile.lens().bind(texts), old);
  }

  /// The curator of a method.
  ///
  /// @throws IOException if the profile does not have the prompts of the as-published method
  public Curator curator(Method method, Profile profile, Threshold threshold) throws IOException {
    return switch (method) {
      case DELTA -> new DeltaCurator(profile.rule(), threshold);
      case AS_PUBLISHED ->
          new AsPublishedCurator(
              profile.rule().keep(),
              oldSoftmax.orElseThrow(() ->
                  new IOException(
                      "profile "
                          + profile.name()
                          + " has no 'as-published' prompts for that method")));
    };
  }
}
