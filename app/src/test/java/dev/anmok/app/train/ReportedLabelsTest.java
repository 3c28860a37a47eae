package dev.anmok.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.feedback.CategoryReports;
import dev.anmok.app.profile.CategoryChoice;
import dev.anmok.app.source.LeafLabels;
import dev.anmok.core.classify.Taxonomy;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.quality.Measures;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportedLabelsTest {
  private static final VectorSpace SPACE = new VectorSpace("fake", "00", "none", "none", 2);
  private final Taxonomy taxonomy = CategoryChoice.shipped().taxonomy();

  private static CategoryReports.Labelled report(String uri, String category) {
    var photo = new Photo("0".repeat(64), 1, new ImageFacts("png", 1, 1), new Measures(0, 0, 0, 0));
    var looks = Embedding.normalize(SPACE, new float[] {1, 0});
    return new CategoryReports.Labelled(new PlacedPhoto(uri, "item", photo, looks), category);
  }

  @Test
  void whatPeopleReportedGoesBeforeTheFileAndIsAddedToIt() {
    var leaves = taxonomy.paths().stream().filter(Taxonomy::isLeaf).toList();
    var file =
        List.of(
            new LeafLabels.Row("/a", leaves.get(0), "g", 2),
            new LeafLabels.Row("/b", leaves.get(0), "", 3));

    var all =
        ReportedLabels.added(
            file,
            List.of(report("/a", leaves.get(1)), report("/c", leaves.get(2)), report("/d", "xyz")),
            taxonomy);

    assertThat(all.rows())
        .containsExactly(
            new LeafLabels.Row("/a", leaves.get(1), "g", 0),
            new LeafLabels.Row("/c", leaves.get(2), "item", 0),
            new LeafLabels.Row("/b", leaves.get(0), "", 3));
    assertThat(all.reported()).isEqualTo(2);
    assertThat(all.unknown()).containsExactly("xyz");
  }
}
