package dev.anmok.spark.global;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.parquet.PhotoGlance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Rows made by a test.
final class ListSource implements PhotoSource {
  private static final long serialVersionUID = 1;

  private final VectorSpace space;
  private final int perSplit;
  private final ArrayList<byte[]> rows = new ArrayList<>();

  ListSource(VectorSpace space, int perSplit, List<Ingested> rows) throws IOException {
    this.space = space;
    this.perSplit = perSplit;
    for (var row : rows) {
      this.rows.add(new RowBytes(space).of(row));
    }
  }

  @Override
  public int splits() {
    return Math.ceilDiv(rows.size(), perSplit);
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public void glances(int split, GlanceSink sink) {
    try {
      rows(split, _ -> true, (id, row) -> sink.take(id, glance(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PhotoGlance glance(Ingested row) {
    var uri = row.source().uri();
    if (row.outcome() instanceof Outcome.Processed(var photo, _)) {
      var pixels = photo.detail().map(detail -> detail.pixels()).orElse(null);
      return new PhotoGlance(uri, photo.sha256(), pixels, photo.measures().perceptualHash());
    }
    return new PhotoGlance(uri, null, null, 0);
  }

  @Override
  public void rows(int split, Wanted wanted, RowSink sink) throws IOException {
    int end = Math.min(rows.size(), (split + 1) * perSplit);
    for (int n = split * perSplit; n < end; n++) {
      long id = PhotoSource.id(split, n - split * perSplit);
      if (wanted.wants(id)) {
        sink.take(id, new RowBytes(space).parse(rows.get(n)));
      }
    }
  }
}
