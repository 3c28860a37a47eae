package dev.anmok.app.blur;

import dev.anmok.app.profile.Album;
import dev.anmok.app.profile.BlurChoice;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.quality.BlurMethod;
import java.io.IOException;

/// The judge of sharpness that a session's profile asks for.
public final class ProfileBlur {
  private ProfileBlur() {}

  /// The judge.
  ///
  /// @throws IOException if its model cannot be used
  public static BlurJudge judge(Session session) throws IOException {
    return new BlurJudge(method(session), choice(session).limits());
  }

  static BlurMethod method(Session session) throws IOException {
    var calibrations = new Calibrations(session.workspace().catalog(), session.pack());
    var models = session.workspace().folder().resolve("blur");
    return new BlurMethods(calibrations, models).find(choice(session).method());
  }

  private static BlurChoice choice(Session session) {
    return session.profile().album().map(Album::blur).orElse(BlurChoice.DEFAULT);
  }
}
