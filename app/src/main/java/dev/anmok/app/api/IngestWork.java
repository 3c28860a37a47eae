package dev.anmok.app.api;

import dev.anmok.app.job.JobRun;
import dev.anmok.app.job.JobWork;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Library;
import dev.anmok.app.workspace.Misfits;
import dev.anmok.app.workspace.RejectedList;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.IngestSummary;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.Source;
import dev.anmok.core.quality.BlurNet;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ingests a source and brings the index up to date. Takes half of the processors, so that the
/// server goes on answering.
///
/// @param library where photos go
/// @param source which photos
/// @param places where their bytes come from
/// @param netOrNull looks at each photo; null where the profile does without
record IngestWork(Library library, Source source, PhotoBytes places, @Nullable BlurNet netOrNull)
    implements JobWork {
  private static final int BATCH = 8;

  @Override
  public Map<String, Object> run(JobRun run) throws IOException {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    var options = new IngestOptions(workers, BATCH, IngestOptions.NO_LIMIT, false);
    var job = new IngestJob(library.session(), options, places, netOrNull);
    var summary = run.interruptibly(() -> job.run(source, library.images(), run.progress()));
    var misfits = library.refresh();
    RejectedList.write(library.session().workspace());
    return json(summary, misfits);
  }

  private static Map<String, Object> json(IngestSummary summary, Misfits misfits) {
    var json = new LinkedHashMap<String, Object>();
    json.put("photos", summary.seen());
    json.put("new", summary.accepted());
    json.put("known", summary.known());
    json.put("skipped", summary.skipped());
    json.put("rejected", summary.rejections());
    var reasons = new LinkedHashMap<String, Long>();
    summary.rejected().forEach((reason, n) -> reasons.put(reason.code(), n));
    json.put("reasons", reasons);
    json.put("misfits", misfits.lines());
    json.put("seconds", summary.elapsed().toMillis() / 1000.0);
    return json;
  }
}
