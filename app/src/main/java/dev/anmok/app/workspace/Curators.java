package dev.anmok.app.workspace;

import dev.anmok.app.profile.Method;
import dev.anmok.app.profile.Profile;
import dev.anmok.core.curate.AsPublishedCurator;
import dev.anmok.core.curate.Curator;
import dev.anmok.core.curate.DeltaCurator;
import dev.anmok.core.curate.UsefulCurator;
import dev.anmok.core.score.LensRange;
import dev.anmok.core.score.Threshold;
import java.io.IOException;

/// Makes curators for a session's workspace.
///
/// @param session the workspace and its model
/// @param lens the session's profile, its prompts encoded
/// @param judges finds who says what is sharp, for [Method#USEFUL]
public record Curators(Session session, MoodLens lens, BlurJudges judges) {
  /// The curator of a method.
  ///
  /// @param profile the session's profile, perhaps with another rule
  /// @throws IOException if the profile does not have the prompts of the as-published method, or
  ///   the model that judges sharpness cannot be used
  public Curator curator(Method method, Profile profile, Threshold threshold) throws IOException {
    return switch (method) {
      case DELTA -> new DeltaCurator(profile.rule(), threshold);
      case AS_PUBLISHED -> asPublished(profile);
      case USEFUL -> useful(profile, threshold, ranges().find(threshold.value()));
    };
  }

  /// The curator of [Method#USEFUL] by a range of the lens.
  Curator useful(Profile profile, Threshold threshold, LensRange range) throws IOException {
    return new UsefulCurator(
        profile.rule(), profile.useful(), judges.judge(session), threshold, range);
  }

  /// The ranges of the lens.
  LensRanges ranges() {
    return new LensRanges(session, lens.scorer());
  }

  private Curator asPublished(Profile profile) throws IOException {
    var softmax = lens.oldSoftmax();
    if (softmax.isEmpty()) {
      throw new IOException(
          "profile " + profile.name() + " has no 'as-published' prompts for that method");
    }
    return new AsPublishedCurator(profile.rule().keep(), softmax.get());
  }
}
