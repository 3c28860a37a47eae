package dev.anmok.app.api;

import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.FacetJson;
import dev.anmok.app.profile.SearchChoice;
import dev.anmok.core.filter.Field;
import dev.anmok.core.search.FacetQuery;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Numbers of items by the values of their fields.
record FacetRoutes(Service service) {
  private static final int DEFAULT_LIMIT = 20;

  List<Route> routes() {
    var limit = Schema.integer(1, FacetQuery.MAX_LIMIT);
    return List.of(
        Route.get(
                "/api/v1/facets",
                "Counts the items that pass a filter by the values of their fields",
                Schema.list(Schema.OBJECT),
                this::count)
            .query(
                List.of(
                    Fields.FILTER,
                    Fields.text("fields", "names parted by commas (default: the profile's)"),
                    new Parameter("limit", limit, "most values a field (default: 20)"),
                    Fields.flag("all", "count by every photo"))));
  }

  private Reply count(Request request) throws IOException {
    var settings = request.settings();
    var profile = service.library().session().profile();
    var choice = profile.search();
    boolean all = SearchRoutes.flag(settings, "all");
    var scope = all ? VectorQuery.Scope.ALL : service.library().scope();
    var query =
        Problem.reading(() ->
            new FacetQuery(
                fields(choice, settings.find("fields").orElse("")),
                profile.filter(settings.find("filter").orElse("")),
                scope,
                settings.integer("limit", DEFAULT_LIMIT, 1, FacetQuery.MAX_LIMIT)));
    Map<String, Map<String, String>> labels = new LinkedHashMap<>();
    choice.fields().forEach(field -> labels.put(field.field().name(), field.labels()));
    return Reply.json(
        service.gate().call(() -> FacetJson.of(service.library().index().facets(query), labels)));
  }

  private static List<Field> fields(SearchChoice choice, String text) {
    return choice.counted(
        text.isBlank()
            ? List.of()
            : Arrays.stream(text.split(",", -1)).map(String::strip).toList());
  }
}
