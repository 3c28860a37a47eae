package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.job.Job;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Ingest jobs: posting, watching, cancelling.
///
/// @param service where they run
/// @param folders where photos may be ingested from
record JobRoutes(Service service, AllowedFolders folders) {
  private static final String JOBS = "/api/v1/jobs";
  private static final Duration TICK = Duration.ofMillis(250);
  private static final int BEAT_TICKS = 40;

  List<Route> routes() {
    return List.of(
        Route.post(
                "/api/v1/ingest",
                "Ingests a folder or a manifest of the server, in the background",
                Route.Accepted.json(
                    List.of(
                        Fields.text("source", "absolute path within an allowed folder"),
                        Fields.text("profile", "must be the server's own, if it is named"))),
                Schema.OBJECT,
                this::ingest)
            .answering(202, Reply.JSON),
        Route.get(JOBS, "All jobs, the newest first", Schema.list(Schema.OBJECT), this::list),
        Route.get(JOBS + "/{id}", "How a job stands", Schema.OBJECT, this::one),
        Route.get(
                JOBS + "/{id}/events",
                "How a job goes: events 'progress', then one event 'end'",
                Schema.OBJECT,
                this::events)
            .answering(200, Reply.EVENTS),
        Route.delete(
                JOBS + "/{id}",
                "Stops a job; posting the same again goes on where it was",
                Schema.OBJECT,
                this::cancel)
            .asking()); // or it would wait for the very change of the model that it is to stop
  }

  private Reply ingest(Request request) throws IOException {
    var settings = request.settings();
    var path =
        settings
            .find("source")
            .orElseThrow(() -> Problem.badRequest("field 'source' is missing: what to ingest?"));
    var own = service.library().session().profile().name();
    var named = settings.find("profile").orElse(own);
    if (!named.equals(own)) {
      throw Problem.badRequest(
          "this server works by the profile '" + own + "', not by '" + named + "'");
    }
    var source = folders.source(path);
    var work =
        new IngestWork(
            service.library(), source, service.outside().places(), service.netOnIngestOrNull());
    return started(service.jobs().add("ingest", path, work));
  }

  /// Answers with a job that was added.
  ///
  /// @param added empty if too many wait
  static Reply started(Optional<Job> added) {
    var job = added.orElseThrow(() -> Problem.busy("too many jobs wait: try again later", 30));
    return Reply.json(202, job.json()).header("Location", JOBS + "/" + job.id());
  }

  private Reply list(Request request) {
    return Reply.json(service.jobs().list().stream().map(Job::json).toList());
  }

  private Reply one(Request request) {
    return Reply.json(job(request).json());
  }

  private Reply cancel(Request request) {
    var job = job(request);
    service.jobs().cancel(job);
    return Reply.json(job.json());
  }

  private Job job(Request request) {
    var id = request.part("id");
    return service.jobs().find(id).orElseThrow(() -> Problem.notFound("there is no job " + id));
  }

  private Reply events(Request request) {
    var job = job(request);
    return Reply.events(sink -> tell(job, sink));
  }

  private static void tell(Job job, Reply.EventSink sink) throws IOException {
    sink.event("progress", job.json()); // how it stands, however soon it ends
    long seen = -1;
    int quiet = 0;
    while (!job.state().ended() && !sink.ending()) {
      long now = await(job, seen);
      if (now != seen) {
        sink.event("progress", job.json());
        seen = now;
        quiet = 0;
      } else if (++quiet % BEAT_TICKS == 0) {
        sink.beat();
      }
    }
    sink.event("end", job.json());
  }

  private static long await(Job job, long seen) throws IOException {
    try {
      Thread.sleep(seen < 0 ? Duration.ZERO : TICK); // so that a fast job tells not every photo
      return job.awaitChange(seen, TICK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is stopping", e);
    }
  }
}
