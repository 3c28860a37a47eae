package dev.anmok.app.api;

import dev.anmok.app.album.SortedAlbumJob;
import dev.anmok.app.blur.Networks;
import dev.anmok.app.category.Categorizer;
import dev.anmok.app.feedback.ShownLog;
import dev.anmok.app.http.Access;
import dev.anmok.app.http.Gate;
import dev.anmok.app.http.HttpServer;
import dev.anmok.app.http.Metrics;
import dev.anmok.app.http.OpenApi;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.RouteTable;
import dev.anmok.app.http.Schema;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.http.Spool;
import dev.anmok.app.job.Jobs;
import dev.anmok.app.query.Narrowing;
import dev.anmok.app.ui.UiRoutes;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Library;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The HTTP API over a workspace, from its start to its end.
public final class ApiServer implements AutoCloseable {
  private static final int MAX_JOBS = 8;
  private static final int MAX_FETCHING = 4;

  private final Service service;
  private final HttpServer http;
  private final RouteTable table;
  private final AtomicBoolean ending;

  private ApiServer(Service service, HttpServer http, RouteTable table, AtomicBoolean ending) {
    this.service = service;
    this.http = http;
    this.table = table;
    this.ending = ending;
  }

  /// Loads the model, opens the index, and listens.
  ///
  /// @param session open for writing; the server takes it over
  /// @param log hears one line for each failure
  public static ApiServer start(
      Session session, ServeOptions options, ServerLimits limits, Consumer<String> log)
      throws IOException {
    var service = service(session, options, limits, log);
    var ending = new AtomicBoolean();
    try {
      var metrics = new Metrics();
      var access =
          options.token().map(Access::withToken).orElseGet(() -> Access.local(options.host()));
      var table = table(service, options, access, metrics, ending);
      Figures.show(metrics, service);
      var spool = Spool.open(session.workspace().folder().resolve("spool"), limits.body());
      var parts = new HttpServer.Parts(table, access, limits, spool, metrics, log);
      var http = HttpServer.start(options.host(), options.port(), parts);
      metrics.gauge("anmok.http.active", "requests under way", http::active);
      return new ApiServer(service, http, table, ending);
    } catch (IOException | RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private static Service service(
      Session session, ServeOptions options, ServerLimits limits, Consumer<String> log)
      throws IOException {
    var library = Library.open(session);
    try {
      return service(library, Networks.neededBy(session), options, limits, log);
    } catch (IOException | RuntimeException e) {
      library.close();
      throw e;
    }
  }

  private static Service service(
      Library library,
      boolean netOnIngest,
      ServeOptions options,
      ServerLimits limits,
      Consumer<String> log)
      throws IOException {
    var narrowing = narrowing(library); // may fail, and is the first that must be closed
    try {
      var keys = AnswerKeys.of(library, narrowing);
      var reader = WordModels.queries(library.session());
      var gate = new Gate(limits.work());
      var rules = options.urlsOrNull();
      var outside = rules == null ? Outside.closed() : Outside.open(rules);
      return new Service(
          library,
          gate,
          new Jobs(MAX_JOBS),
          outside,
          new Pictures(gate, outside.places()),
          reader,
          Networks.shipped(),
          netOnIngest,
          options.caching().open(),
          keys,
          narrowing,
          new ShownLog(library.catalog().feedback(), log));
    } catch (IOException | RuntimeException e) {
      if (narrowing != null) {
        narrowing.categorizer().close();
      }
      throw e;
    }
  }

  private static @Nullable Narrowing narrowing(Library library) throws IOException {
    var session = library.session();
    var choice = session.profile().category();
    if (choice.isEmpty()) {
      return null;
    }
    var categorizer = Categorizer.open(choice.get(), session.classifiers(library.images()));
    var schema = session.profile().search().schema();
    var narrowing = Narrowing.by(categorizer, choice.get().field(), schema);
    if (narrowing.isEmpty()) {
      categorizer.close();
    }
    return narrowing.orElse(null);
  }

  private static RouteTable table(
      Service service, ServeOptions options, Access access, Metrics metrics, AtomicBoolean ending)
      throws IOException {
    var routes = new ArrayList<Route>();
    var folders = new AllowedFolders(options.folders(), options.urlsOrNull() != null);
    var uploads = new Uploads(service.library(), service.gate(), service.netOnIngestOrNull());
    routes.addAll(new PhotoRoutes(service, uploads).routes());
    routes.addAll(new JobRoutes(service, folders).routes());
    routes.addAll(new ReembedRoutes(service).routes());
    var curator = Representatives.bind(service.library());
    var turn = new CurationTurn();
    routes.addAll(new ItemListRoutes(service).routes());
    routes.addAll(new ItemRoutes(service, curator).routes());
    routes.addAll(new ChoiceRoutes(service, curator, turn).routes());
    routes.addAll(new CurateRoutes(service, curator, turn).routes());
    routes.addAll(
        new ComparisonRoutes(service, curator, new Remembered<>(service.gate())).routes());
    var choice = new AlbumChoice(service, new Semaphore(MAX_FETCHING));
    routes.addAll(AlbumRoutes.bind(service, choice).routes());
    var sorting = SortedAlbumJob.bind(AlbumRoutes.context(service.library()));
    routes.addAll(new SortedAlbumRoutes(service, sorting).routes());
    routes.addAll(ReviewRoutes.bind(service).routes());
    routes.addAll(new SearchRoutes(service).routes());
    routes.addAll(new FeedbackRoutes(service).routes());
    routes.addAll(new FacetRoutes(service).routes());
    routes.addAll(new LensRoutes(service, curator, new Remembered<>(service.gate())).routes());
    routes.addAll(ThresholdRoutes.bind(service, curator.lens()).routes());
    routes.addAll(new HealthRoutes(service, metrics, ending::get).routes());
    routes.addAll(new SessionRoutes(access).routes());
    routes.addAll(new WorkspaceRoutes(service, folders).routes());
    routes.addAll(new FigureRoutes(service).routes());
    routes.addAll(UiRoutes.load().routes());
    var whole = new AtomicReference<>(new RouteTable(routes));
    routes.add(
        Route.get(
            "/openapi.json",
            "This document",
            Schema.OBJECT,
            _ -> Reply.json(OpenApi.of(whole.get(), "Anmok", "0.1.0"))));
    whole.set(new RouteTable(routes));
    return whole.get();
  }

  /// How it is reached.
  public String address() {
    return http.address();
  }

  public int port() {
    return http.port();
  }

  RouteTable table() {
    return table;
  }

  /// Stops accepting, asks the running job to come to a place from where it can go on, lets
  /// requests under way end, and closes the workspace.
  @Override
  public void close() throws IOException {
    ending.set(true);
    service.jobs().stop();
    http.close();
    service.close();
  }
}
