package dev.anmok.app.ui;

import dev.anmok.app.cli.CommandLineProgram;
import dev.anmok.app.sample.FewPictures;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;

/// A server on a workspace that has something of each kind to review: photos measured at native
/// resolution, and a smaller copy of one of them.
final class ReviewWorkspace {
  private ReviewWorkspace() {}

  /// Draws, copies, ingests, serves.
  static DemoServer start(Path folder, int photos) throws IOException {
    var drawn = FewPictures.draw(folder.toRealPath().resolve("photos"), 1, photos);
    shrink(drawn);
    var data = folder.resolve("data");
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exit =
        CommandLineProgram.run(
            new String[] {
              "--workspace", data.toString(), "ingest", drawn.toString(), "--profile", "album"
            },
            out,
            out);
    if (exit != 0) {
      throw new IOException(said.toString(StandardCharsets.UTF_8));
    }
    return DemoServer.serve(data, drawn, Optional.empty(), 0);
  }

  /// Writes the first photo once more with three quarters of its width and height.
  private static void shrink(Path photos) throws IOException {
    try (var all = Files.walk(photos)) {
      var first = all.filter(file -> file.toString().endsWith(".jpg")).sorted().findFirst();
      var large = Objects.requireNonNull(ImageIO.read(first.orElseThrow().toFile()));
      int width = large.getWidth() * 3 / 4;
      int height = large.getHeight() * 3 / 4;
      var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      var g = small.createGraphics();
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      g.drawImage(large, 0, 0, width, height, null);
      g.dispose();
      ImageIO.write(small, "jpg", first.orElseThrow().resolveSibling("small copy.jpg").toFile());
    }
  }
}
