package dev.anmok.app.cli;

import dev.anmok.app.category.SightReader;
import dev.anmok.app.feedback.CategoryReports;
import dev.anmok.app.profile.CategoryChoice;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.source.LeafLabels;
import dev.anmok.app.train.LabelledVectors;
import dev.anmok.app.train.ReportedLabels;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Workspace;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Photos that people put into the leaves of a taxonomy, and the model that looks at them.
final class LeafInput {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV with the columns photo (or uri), label (a leaf, its alias or head/leaf) and, where"
              + " photos belong together, group")
  private Path data = Path.of("");

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "folder that the photos are relative to (default: that of the CSV)")
  private @Nullable Path photos;

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description = "a taxonomy instead of the profile's (default: the shipped one of a shop)")
  private @Nullable Path taxonomy;

  @Option(names = "--profile", paramLabel = "NAME|FILE", description = "another profile")
  private @Nullable String profile;

  @Option(
      names = "--with-feedback",
      description = {
        "also the photos of the workspace that people found in a wrong category, in the right one",
        "(docs/feedback.md)"
      })
  private boolean withFeedback;

  private final List<String> notes = new ArrayList<>();

  /// What is at hand.
  ///
  /// @param choice the profile's section, with the taxonomy asked for
  /// @param catalogOrNull the workspace's; null if there is none
  record At(
      CategoryChoice choice,
      List<LeafLabels.Row> labels,
      ModelPack pack,
      ImageEncoder encoder,
      @Nullable Catalog catalogOrNull) {
    SightReader reader(boolean pictures) {
      var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
      return new SightReader(decoder, encoder, catalogOrNull, pictures);
    }
  }

  /// What is done with it.
  interface Work {
    void with(At at) throws IOException;
  }

  Path data() {
    return data;
  }

  /// Reads the labels, opens the workspace if there is one and the model, and closes them again.
  void open(Path workspace, Work work) throws IOException {
    if (!Workspace.present(workspace)) {
      var chosen =
          profile == null
              ? CategoryChoice.shipped()
              : Profiles.load(profile).category().orElseGet(CategoryChoice::shipped);
      open(chosen, Models.embedded(), null, work);
      return;
    }
    try (var session = Session.read(workspace, Optional.ofNullable(profile))) {
      var chosen = session.profile().category().orElseGet(CategoryChoice::shipped);
      open(chosen, session.pack(), session.workspace().catalog(), work);
    }
  }

  private void open(
      CategoryChoice chosen, ModelPack pack, @Nullable Catalog catalogOrNull, Work work)
      throws IOException {
    var choice = taxonomy == null ? chosen : chosen.with(Profiles.taxonomy(taxonomy));
    var parent = data.toAbsolutePath().getParent();
    var folder = photos != null ? photos : parent == null ? Path.of("") : parent;
    var file = LeafLabels.read(data, folder, choice.taxonomy());
    var labels = withFeedback ? reported(file, choice, pack, catalogOrNull) : file;
    try (var encoder = pack.images()) {
      work.with(new At(choice, labels, pack, encoder, catalogOrNull));
    }
  }

  private List<LeafLabels.Row> reported(
      List<LeafLabels.Row> file,
      CategoryChoice choice,
      ModelPack pack,
      @Nullable Catalog catalogOrNull)
      throws IOException {
    if (catalogOrNull == null) {
      throw new UsageException("--with-feedback needs a workspace with feedback: --workspace DIR");
    }
    var reports = new CategoryReports(catalogOrNull, pack.space()).labels();
    var all = ReportedLabels.added(file, reports, choice.taxonomy());
    notes.add(all.reported() + " photos with the category that people reported");
    if (!all.unknown().isEmpty()) {
      notes.add(
          "left out: reported categories that are no leaves of the taxonomy: "
              + String.join(", ", all.unknown()));
    }
    return all.rows();
  }

  /// Says what came of people's reports, which photos are left out, and why.
  void say(Console console, LabelledVectors<?> found) {
    notes.forEach(note -> console.say("%s", note));
    found.rejected().forEach(line -> console.say("left out: %s", line));
    if (!found.missing().isEmpty()) {
      console.say(
          "left out: %d photos that are neither in the workspace nor on the disk, such as %s",
          found.missing().size(), found.missing().getFirst());
    }
    if (found.copies() > 0) {
      console.say("note: %d rows are copies of others and were left out", found.copies());
    }
  }
}
