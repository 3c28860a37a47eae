package dev.anmok.spark;

import dev.anmok.app.table.FinishedPart;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.parquet.PhotoRow;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import org.apache.spark.SparkEnv;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/// An executor's work on one part: its slice through the stages and the lenses, its rows into a
/// draft. What fails on the way becomes a report, so that one part's failure ends no other's work.
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
    try {
      return run(part);
    } catch (IOException | RuntimeException e) {
      return new PartReport.Failed(part, host(), words(e));
    }
  }

  private PartReport run(int part) throws IOException {
    var stages = ExecutorStages.of(work);
    var slice = slice(part);
    var rows = new ArrayList<PhotoRow>(slice.photos().size());
    long number = (long) part * partSize;
    for (var ingested : stages.run().run(slice.photos(), work.batch())) {
      rows.add(new PhotoRow(number++, ingested, scores(stages.scorers(), ingested)));
    }
    return new DraftSink(work.folder(), stages.table()).write(part, slice.sha256(), rows);
  }

  private Slice slice(int part) throws IOException {
    var name = FinishedPart.sliceFile(part);
    try {
      return Slice.parse(work.folder().read(name));
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "%s/%s: missing or damaged (%s); delete %s and run the job again, which cuts the manifest anew"
              .formatted(work.folder(), name, words(e), work.folder()),
          e);
    }
  }

  private static Map<String, Double> scores(Scorers scorers, Ingested ingested) {
    return ingested.outcome() instanceof Outcome.Processed processed
        ? scorers.of(processed.embedding())
        : Map.of();
  }

  private static String host() {
    var environment = SparkEnv.get();
    return environment == null
        ? "driver"
        : environment.executorId() + " on " + environment.rpcEnv().address().host();
  }

  private static String words(Exception e) {
    var cause = e instanceof UncheckedIOException io && io.getCause() != null ? io.getCause() : e;
    return cause instanceof IOException && cause.getMessage() != null
        ? cause.getMessage()
        : cause.toString();
  }
}
