package dev.anmok.app.cli;

import dev.anmok.app.album.HighlightsAnswer;
import dev.anmok.app.album.HighlightsJob;
import dev.anmok.app.album.HighlightsOptions;
import dev.anmok.app.album.ScoreScale;
import dev.anmok.app.head.UnknownHeadException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok highlights`: the best photos of each category.
@Command(
    name = "highlights",
    description = {
      "Lists the best photos of each category, best first.",
      "Scores come from the profile's prompts, or from a learned head (anmok train head)."
    })
final class HighlightsCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();
  @Mixin private AlbumInput input = new AlbumInput();

  @Option(names = "--limit", paramLabel = "N", description = "photos a category (default: 10)")
  private int limit = HighlightsOptions.DEFAULT.limit();

  @Option(
      names = "--head",
      paramLabel = "NAME|FILE",
      description = "score by this head and not by the profile's lens")
  private @Nullable String head;

  @Option(
      names = "--scale",
      paramLabel = "raw|unit|percentile",
      description = {
        "raw: about 1 to 10; unit: (raw - 1) / 9;",
        "percentile: share of the album's photos below (default: unit)"
      })
  private ScoreScale scale = ScoreScale.UNIT;

  @Option(
      names = "--distinct",
      arity = "1",
      paramLabel = "true|false",
      description = "list only the best of near duplicates (default: as the profile says, true)")
  private @Nullable Boolean distinct;

  HighlightsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (limit < 1 || limit > HighlightsOptions.MAX_LIMIT) {
      throw new UsageException(
          "--limit must be 1.." + HighlightsOptions.MAX_LIMIT + ", was " + limit);
    }
    var options = new HighlightsOptions(limit, head, scale, distinct);
    try {
      input.ask(
          root.workspace(),
          console,
          (context, photos) -> {
            var answer = HighlightsJob.bind(context).answer(photos, options);
            print(answer);
            return answer;
          });
    } catch (UnknownHeadException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private void print(HighlightsAnswer answer) {
    if (input.format() == Format.JSON) {
      if (input.details()) {
        JsonResult.print(console.out(), answer.details());
      } else {
        JsonResult.print(console.out(), answer.plain());
      }
    } else if (input.details()) {
      details(answer);
    } else {
      var table = new Table("category", "score", "image");
      for (var row : answer.rows()) {
        table.row(row.category(), number(row.score()), Paths.show(row.uri()));
      }
      table.print(console.out());
    }
  }

  private void details(HighlightsAnswer answer) {
    var extent = answer.extent();
    console.print("lens        %s (%s)", answer.lens(), answer.origin());
    console.print(
        "raw scores  %.4f to %.4f on %d photos", extent.least(), extent.most(), extent.photos());
    var table = new Table("category", "score", "raw", "unit", "percentile", "image");
    for (var row : answer.rows()) {
      table.row(
          row.category(),
          number(row.score()),
          number(row.raw()),
          number(row.unit()),
          number(row.percentile()),
          Paths.show(row.uri()) + (row.cover() ? "  (cover)" : ""));
    }
    table.print(console.out());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
