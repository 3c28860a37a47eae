package dev.anmok.app.cli;

import dev.anmok.app.feedback.Tastes;
import dev.anmok.app.feedback.Who;
import dev.anmok.app.query.Wish;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.SubQuery;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/// Who searches.
final class WhoOptions {
  @Option(
      names = "--person",
      paramLabel = "ID",
      description = "who searches: re-ranked by their taste where the profile says so")
  private String person = "";

  @Option(
      names = "--shop",
      paramLabel = "ID",
      description = "where: its visitors' taste counts where the person has none yet")
  private String shop = "";

  /// The tastes by which a wish is re-ranked; where somebody is named and there are none, people
  /// are told why.
  List<SubQuery.Taste> tastes(Session session, Wish wish, Console console) throws IOException {
    var who = UsageException.reading("--person, --shop", () -> new Who(person, shop));
    if (who.isNobody()) {
      return List.of();
    }
    var personal = session.profile().personal();
    if (!personal.rank()) {
      console.say(
          "note: nobody's taste counts: the profile does not say 'rank: on' in 'personal:'; anmok"
              + " evaluate feedback tells whether it should");
      return List.of();
    }
    if (!(wish.fusion() instanceof Fusion.Weighted)) {
      console.say("note: tastes count with --fusion weighted only");
      return List.of();
    }
    var catalog = session.workspace().catalog();
    var tastes =
        new Tastes(catalog, session.pack().space(), personal.rule()).of(who, wish.vectorWeight());
    if (tastes.isEmpty()) {
      console.say("note: too few likes and clicks to tell a taste");
    }
    return tastes;
  }
}
