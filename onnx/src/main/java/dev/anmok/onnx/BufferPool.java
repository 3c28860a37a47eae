package dev.anmok.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Direct buffers of one size, used again and again. Keeps at most as many as the machine has
/// cores; more callers than that get buffers that are dropped after use.
final class BufferPool {
  private final BlockingQueue<FloatBuffer> idle =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
  private final int floats;

  BufferPool(int floats) {
    this.floats = floats;
  }

  /// A buffer with any content; give it back with [#give].
  FloatBuffer take() {
    var buffer = idle.poll();
    return buffer != null
        ? buffer
        : ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES, floats))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
  }

  void give(FloatBuffer buffer) {
    boolean kept = idle.offer(buffer.clear());
    assert kept || idle.remainingCapacity() == 0;
  }
}
