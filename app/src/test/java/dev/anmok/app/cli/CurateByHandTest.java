package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.sample.FewPictures;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.curate.HandChoice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people chose goes before what the machine says, on the command line too.
class CurateByHandTest {
  @TempDir Path folder;

  @Test
  void curationKeepsChoicesByEveryMethodAndComparisonLeavesThemOut() throws Exception {
    var photos = FewPictures.draw(folder.resolve("samples"), 1, 6);
    var workspace = folder.resolve("data");
    assertThat(Run.of("--workspace", workspace, "ingest", photos, "--profile", "cafe").exit())
        .isZero();
    var chosen = choose(workspace);

    for (var method : List.of("delta", "as-published")) {
      var run =
          Run.of(
              "--workspace",
              workspace,
              "curate",
              "--method",
              method,
              "--threshold",
              "1.9",
              "--details",
              "--format",
              "json");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out())
          .contains("\"reason\":\"pinned_by_hand\"", "\"reason\":\"banned_by_hand\"", "Lee");
      assertThat(run.out().indexOf(chosen))
          .as("the pinned photo comes first")
          .isEqualTo(run.out().indexOf("photo-"));
    }
    var table = Run.of("--workspace", workspace, "curate", "--threshold", "1.9");
    assertThat(table.out()).contains("1. ").contains("pinned_by_hand (Lee)");
    assertThat(table.err()).contains("1 kept_by_hand");
    var compared = Run.of("--workspace", workspace, "curate", "--compare", "--threshold", "1.9");
    assertThat(compared.out()).contains("delta: too_few_above_threshold");
  }

  /// Pins the last photo of the first item and bans the first; the name of the pinned file.
  private static String choose(Path workspace) throws Exception {
    try (var session = Session.update(workspace, Optional.empty())) {
      var catalog = session.workspace().catalog();
      var id = catalog.allItems().toList().getFirst().id();
      var photos = catalog.item(id, session.pack().space()).orElseThrow().photos();
      var pinned = List.of(photos.getLast().photo().sha256());
      var banned = List.of(photos.getFirst().photo().sha256());
      catalog.choices().store(new HandChoice(id, pinned, banned, "Lee", Instant.EPOCH, 1));
      return Path.of(photos.getLast().uri()).getFileName().toString();
    }
  }
}
