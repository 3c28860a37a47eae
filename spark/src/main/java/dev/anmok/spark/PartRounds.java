package dev.anmok.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.api.java.JavaSparkContext;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/// Runs parts on a cluster, one task each. A lost executor's tasks are run again by Spark; parts
/// whose report is a failure are run again in a later round, the others are not.
///
/// @param spark the cluster
/// @param task what is done
/// @param rounds how often a part is tried, at least 1
record PartRounds(
    JavaSparkContext spark, AbstractFunction1<Iterator<Integer>, PartReport> task, int rounds) {
  /// Runs some parts and hands on each report as it comes.
  ///
  /// @return those that failed in every round
  List<PartReport.Failed> run(List<Integer> parts, Tally tally) throws IOException {
    var left = parts;
    for (int round = 1; ; round++) {
      if (left.isEmpty()) {
        return List.of();
      }
      round(left, tally);
      var failed = tally.takeFailed();
      if (failed.isEmpty() || round == rounds) {
        return failed;
      }
      left = failed.stream().map(PartReport.Failed::part).sorted().toList();
    }
  }

  private void round(List<Integer> parts, Tally tally) throws IOException {
    var tasks = spark.parallelize(parts, parts.size());
    // Reports arrive on the scheduler's own thread, which must not wait for a file system.
    try (var committer = Executors.newSingleThreadExecutor()) {
      var reports = new Reports(report -> committer.submit(() -> tally.accept(report)));
      spark.sc().runJob(tasks.rdd(), task, reports, ClassTag.apply(PartReport.class));
      reports.await();
    }
  }

  /// Hands reports to the committing thread.
  private static final class Reports extends AbstractFunction2<Object, PartReport, BoxedUnit>
      implements Serializable {
    private static final long serialVersionUID = 1;

    /// Begins a commit.
    interface Begin {
      Future<?> commit(PartReport report);
    }

    private final transient Begin begin;
    private final transient List<Future<?>> begun = Collections.synchronizedList(new ArrayList<>());

    Reports(Begin begin) {
      this.begin = begin;
    }

    @Override
    public BoxedUnit apply(Object index, PartReport report) {
      begun.add(begin.commit(report));
      return BoxedUnit.UNIT;
    }

    void await() throws IOException {
      for (var commit : begun) {
        try {
          commit.get();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted while parts were published", e);
        } catch (ExecutionException e) {
          if (e.getCause() instanceof UncheckedIOException io) {
            throw Objects.requireNonNull(io.getCause());
          }
          throw new IllegalStateException(e.getCause());
        }
      }
    }
  }
}
