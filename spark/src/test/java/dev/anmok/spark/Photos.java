package dev.anmok.spark;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/// A manifest of drawn photos with everything that manifests have: items with metadata, photos
/// without one, the same bytes under two items and in two parts, the same place twice, broken files
/// and places where there is nothing.
final class Photos {
  private Photos() {}

  static Path manifest(Path folder, int photos) throws IOException {
    var lines = new ArrayList<String>();
    lines.add("uri,item,title,city");
    var files = draw(Files.createDirectories(folder.resolve("photos")), photos);
    for (int n = 0; n < photos; n++) {
      lines.add("%s,cafe-%02d,\"카페, %d\",서울".formatted(files.get(n), n / 6, n / 6));
    }
    lines.add(files.getFirst() + ",,,");
    var copy = Files.copy(files.get(1), folder.resolve("copy.jpg"));
    lines.add(copy + ",other,Other,부산");
    lines.add(files.get(2) + ",other,Other,부산");
    lines.add(folder.resolve("nothing.jpg") + ",other,Other,부산");
    lines.add(Files.writeString(folder.resolve("words.jpg"), "just words") + ",,,");
    lines.add(",other,Other,");
    return Files.write(folder.resolve("manifest.csv"), lines);
  }

  private static List<Path> draw(Path folder, int photos) throws IOException {
    var files = new ArrayList<Path>();
    var random = new Random(7);
    for (int n = 0; n < photos; n++) {
      var picture =
          new BufferedImage(
              300 + random.nextInt(200), 300 + random.nextInt(200), BufferedImage.TYPE_INT_RGB);
      var pen = picture.createGraphics();
      for (int shape = 0; shape < 40; shape++) {
        pen.setColor(new Color(random.nextInt(1 << 24)));
        pen.fillOval(
            random.nextInt(400) - 50,
            random.nextInt(400) - 50,
            random.nextInt(150),
            random.nextInt(150));
      }
      pen.dispose();
      var file = folder.resolve("%04d.jpg".formatted(n));
      ImageIO.write(picture, "jpg", file.toFile());
      files.add(file);
    }
    return files;
  }
}
