package dev.anmok.app.cli;

import dev.anmok.app.json.FacetJson;
import dev.anmok.app.profile.SearchChoice;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.ValueText;
import dev.anmok.core.search.Facet;
import dev.anmok.core.search.FacetQuery;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok facets`: counts items by the values of their fields.
@Command(
    name = "facets",
    description = "Counts the items that pass a filter by the values of their fields.")
final class FacetsCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Option(
      names = "--filter",
      paramLabel = "EXPR",
      description = "which items count, such as \"genre:horror year>=2000\" (docs/filters.md)")
  private String filter = "";

  @Option(
      names = "--facet",
      paramLabel = "FIELD",
      split = ",",
      description = "what is counted; may repeat (default: the profile's)")
  private List<String> names = List.of();

  @Option(names = "-k", paramLabel = "N", description = "most values a field (default: 20)")
  private int limit = 20;

  @Option(
      names = "--all",
      description = "count by every photo, not only by those that curation chose")
  private boolean all;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  FacetsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (var session = Session.read(root.workspace(), Optional.empty())) {
      var choice = session.profile().search();
      var wanted = UsageException.reading("--filter", () -> session.profile().filter(filter));
      var fields = fields(choice);
      var scope = new SearchScope(console, all).of(session);
      var query = UsageException.reading("-k", () -> new FacetQuery(fields, wanted, scope, limit));
      try (var index = Indexes.open(session)) {
        print(index.facets(query), choice);
      }
    }
    return 0;
  }

  private List<Field> fields(SearchChoice choice) {
    if (choice.fields().isEmpty()) {
      throw new UsageException(
          "the workspace's profile declares no fields to count; see docs/filters.md");
    }
    return UsageException.reading("--facet", () -> choice.counted(names));
  }

  private void print(List<Facet> facets, SearchChoice choice) {
    if (format == Format.JSON) {
      Map<String, Map<String, String>> labels = new LinkedHashMap<>();
      choice.fields().forEach(field -> labels.put(field.field().name(), field.labels()));
      JsonResult.print(console.out(), FacetJson.of(facets, labels));
      return;
    }
    var table = new Table("field", "items by value");
    for (var facet : facets) {
      table.row(facet.field().name(), line(facet));
    }
    table.print(console.out());
  }

  private static String line(Facet facet) {
    if (facet.counts().isEmpty()) {
      return "no item has a value";
    }
    var counts =
        facet.counts().stream()
            .map(count -> ValueText.print(count.value()) + " " + count.items())
            .collect(Collectors.joining(", "));
    var others = facet.others() > 0 ? ", others " + facet.others() : "";
    var range = facet.rangeOrNull();
    return counts
        + others
        + (range == null
            ? ""
            : " (%s to %s)"
                .formatted(ValueText.print(range.smallest()), ValueText.print(range.largest())));
  }
}
