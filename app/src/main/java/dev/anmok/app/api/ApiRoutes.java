package dev.anmok.app.api;

import dev.anmok.app.album.SortedAlbumJob;
import dev.anmok.app.http.Access;
import dev.anmok.app.http.Metrics;
import dev.anmok.app.http.OpenApi;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.RouteTable;
import dev.anmok.app.http.Schema;
import dev.anmok.app.ui.UiRoutes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// All routes of the API and the pages, for any model that is served by.
///
/// @param options what the operator allows
/// @param access who may call
/// @param metrics figures of the server
/// @param ending whether it is being stopped
record ApiRoutes(ServeOptions options, Access access, Metrics metrics, AtomicBoolean ending) {
  private static final int MAX_FETCHING = 4;

  /// The table by which a service is asked; encodes the profile's prompts by its model.
  ///
  /// @param models changes the model
  RouteTable of(Service service, ModelChange models) throws IOException {
    var routes = new ArrayList<Route>();
    var folders = new AllowedFolders(options.folders(), options.urlsOrNull() != null);
    var uploads = new Uploads(service.library(), service.gate(), service.netOnIngestOrNull());
    routes.addAll(new PhotoRoutes(service, uploads).routes());
    routes.addAll(new JobRoutes(service, folders).routes());
    routes.addAll(new ReembedRoutes(service, models).routes());
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
}
