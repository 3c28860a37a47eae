package dev.anmok.onnx;

/// What one inference call may use. Calls from several threads run side by side, so the whole
/// machine is used by [#SINGLE] and as many callers as there are cores.
///
/// @param intraOp threads within one call, 1 to 256
/// @param device what the model runs on
public record Threads(int intraOp, Device device) {
  /// One thread a call, on the processor.
  public static final Threads SINGLE = new Threads(1, Device.CPU);

  public Threads {
    if (intraOp < 1 || intraOp > 256) {
      throw new IllegalArgumentException("intraOp must be 1..256, was " + intraOp);
    }
  }
}
