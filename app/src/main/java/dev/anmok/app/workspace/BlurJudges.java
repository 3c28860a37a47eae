package dev.anmok.app.workspace;

import dev.anmok.core.quality.BlurJudge;
import java.io.IOException;

/// Finds the judge of sharpness that a session's profile asks for.
public interface BlurJudges {
  /// The judge.
  ///
  /// @throws IOException if its model cannot be used
  BlurJudge judge(Session session) throws IOException;
}
