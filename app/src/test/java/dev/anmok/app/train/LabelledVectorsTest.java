package dev.anmok.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.category.SightReader;
import dev.anmok.app.source.LeafLabels;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.classify.Sight;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.Threads;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With one picture that lies in two places.
class LabelledVectorsTest {
  @TempDir Path folder;

  private LabelledVectors<Sight> find(int line, String label, String labelOfCopy)
      throws IOException {
    var one = folder.resolve("one.png");
    if (!Files.exists(one)) {
      var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(picture, "png", one.toFile());
      Files.copy(one, folder.resolve("copy.png"));
    }
    var rows =
        List.of(
            new LeafLabels.Row(one.toString(), label, "g", line),
            new LeafLabels.Row(folder.resolve("copy.png").toString(), labelOfCopy, "g", 2));
    try (var encoder = ModelPack.embedded(Threads.SINGLE).images()) {
      var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
      var reader = new SightReader(decoder, encoder, null, false);
      return LabelledVectors.find(rows, reader, sight -> sight);
    }
  }

  @Test
  void aPhotoUnderTwoNamesCountsOnce() throws IOException {
    var found = find(1, "h/a", "h/a");
    assertThat(found.rows()).hasSize(1);
    assertThat(found.copies()).isEqualTo(1);
    assertThatThrownBy(() -> find(1, "h/a", "h/b"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the same photo as");
  }

  @Test
  void whatPeopleReportedGoesBeforeTheLabelOfACopy() throws IOException {
    var found = find(ReportedLabels.REPORTED, "h/a", "h/b");
    assertThat(found.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.path()).isEqualTo("h/a"));
    assertThat(found.copies()).isEqualTo(1);
  }
}
