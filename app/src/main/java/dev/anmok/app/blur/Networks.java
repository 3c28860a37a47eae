package dev.anmok.app.blur;

import dev.anmok.app.workspace.Session;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMethod;
import java.io.IOException;
import java.util.Optional;

/// Opens the network whose measure is [BlurMeasure#BDNET], where it is needed.
public final class Networks {
  private Networks() {}

  /// The network that comes with this program; empty as long as none does.
  public static Optional<OpenNet> shipped() {
    return Optional.empty();
  }

  /// The network, if a method looks at its measure and photos are measured on the way.
  ///
  /// @throws IOException if the method needs it and there is none
  public static Optional<OpenNet> neededBy(BlurMethod method) throws IOException {
    if (!method.inputs().contains(BlurMeasure.BDNET)) {
      return Optional.empty();
    }
    var found = shipped();
    if (found.isEmpty()) {
      throw new IOException(
          "the blur method "
              + method.code()
              + " needs a network, and none comes with this program: choose another --method, or"
              + " another method in the profile's section blur");
    }
    return found;
  }

  /// The network that photos of a session's workspace are measured with while they are read in:
  /// where its profile measures at native resolution and its blur method needs it. A method whose
  /// model cannot be used needs nothing here; it says so when it is asked.
  public static Optional<OpenNet> of(Session session) throws IOException {
    if (!session.profile().nativeDetail()) {
      return Optional.empty();
    }
    BlurMethod method;
    try {
      method = ProfileBlur.method(session);
    } catch (IOException e) {
      return Optional.empty();
    }
    return neededBy(method);
  }
}
