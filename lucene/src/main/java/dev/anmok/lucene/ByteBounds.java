package dev.anmok.lucene;

import dev.anmok.core.embed.ByteRows;

/// Proven bounds from bytes.
record ByteBounds(ByteRows.Probe probe) implements ClusteredRows.RowBounds {
  @Override
  public void of(int[] places, int count, float[] lower, float[] upper) {
    probe.bounds(places, count, lower, upper);
  }

  @Override
  public void run(int from, int to, float[] lower, float[] upper) {
    probe.bounds(from, to, lower, upper);
  }
}
