package dev.anmok.onnx;

import dev.anmok.core.embed.BatchSize;
import java.time.Duration;

/// A memory that is asked at most once in a while, since asking costs as much as a small batch.
final class SampledMemory implements BatchSize.Memory {
  private final BatchSize.Memory memory;
  private final long everyNanos;
  private long asked;
  private double used = Double.NaN;

  SampledMemory(BatchSize.Memory memory, Duration every) {
    this.memory = memory;
    this.everyNanos = every.toNanos();
    this.asked = System.nanoTime() - everyNanos;
  }

  @Override
  public synchronized double used() {
    long now = System.nanoTime();
    if (now - asked >= everyNanos) {
      used = memory.used();
      asked = now;
    }
    return used;
  }
}
