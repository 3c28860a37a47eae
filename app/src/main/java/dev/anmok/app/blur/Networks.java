package dev.anmok.app.blur;

import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMethod;
import java.io.IOException;
import java.util.Optional;

/// Opens the network whose measure is [BlurMeasure#BDNET], where it is needed.
public final class Networks {
  private Networks() {}

  /// Opens the network that comes with this program.
  ///
  /// @throws IOException if it is damaged or its licence is refused
  public static OpenNet shipped() throws IOException {
    var network = Models.blurNetwork();
    return new OpenNet(network, network::close);
  }

  /// The network, if a method looks at its measure and photos are measured on the way.
  public static Optional<OpenNet> neededBy(BlurMethod method) throws IOException {
    return method.inputs().contains(BlurMeasure.BDNET) ? Optional.of(shipped()) : Optional.empty();
  }

  /// The network that photos of a session's workspace are measured with while they are read in, if
  /// they are.
  public static Optional<OpenNet> of(Session session) throws IOException {
    return neededBy(session) ? Optional.of(shipped()) : Optional.empty();
  }

  /// Whether photos of a session's workspace are looked at by the network while they are read in:
  /// where its profile measures at native resolution and its blur method needs it. A method whose
  /// model cannot be used needs nothing here; it says so when it is asked.
  public static boolean neededBy(Session session) {
    if (!session.profile().nativeDetail()) {
      return false;
    }
    try {
      return ProfileBlur.method(session).inputs().contains(BlurMeasure.BDNET);
    } catch (IOException e) {
      return false;
    }
  }
}
