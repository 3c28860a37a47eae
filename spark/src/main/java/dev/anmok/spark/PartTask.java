package dev.anmok.spark;

import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.parquet.PhotoRow;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/// An executor's work on one part: its slice through the stages and the lenses, its rows into a
/// draft. What fails on the way becomes a report, so that one part's failure ends no other's work;
/// what cannot be opened at all is thrown, so that Spark gives the part to another executor.
final class PartTask extends AbstractFunction1<Iterator<Integer>, PartReport>
    implements Serializable {
  private static final long serialVersionUID = 1;

  private final Work work;
  private final int partSize;

  PartTask(Work work, int partSize) {
    this.work = work;
    this.partSize = partSize;
  }

  @Override
  public PartReport apply(Iterator<Integer> parts) {
    int part = parts.next();
    var stages = stages();
    try {
      return run(stages, part);
    } catch (IOException | RuntimeException e) {
      return PartReport.Failed.of(part, e);
    }
  }

  private ExecutorStages stages() {
    try {
      return ExecutorStages.of(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PartReport run(ExecutorStages stages, int part) throws IOException {
    var slice = Slice.read(work.folder(), part);
    var rows = new ArrayList<PhotoRow>(slice.photos().size());
    long number = (long) part * partSize;
    for (var ingested : stages.run().run(slice.photos(), work.batch())) {
      rows.add(new PhotoRow(number++, ingested, scores(stages.scorers(), ingested)));
    }
    return new DraftSink(work.folder(), stages.table()).write(part, slice.sha256(), rows);
  }

  private static Map<String, Double> scores(Scorers scorers, Ingested ingested) {
    return ingested.outcome() instanceof Outcome.Processed processed
        ? scorers.of(processed.embedding())
        : Map.of();
  }
}
