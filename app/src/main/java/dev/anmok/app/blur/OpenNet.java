package dev.anmok.app.blur;

import dev.anmok.core.quality.BlurNet;

/// A network for as long as somebody measures with it.
///
/// @param net says whether a picture is blurred; not to be asked once this is closed
/// @param closing gives back what it holds
public record OpenNet(BlurNet net, Runnable closing) implements AutoCloseable {
  @Override
  public void close() {
    closing.run();
  }
}
