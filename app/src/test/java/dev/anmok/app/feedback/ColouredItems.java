package dev.anmok.app.feedback;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// Items of one picture each, whose ids begin with their colour: `red-03`.
public final class ColouredItems {
  public static final List<String> COLOURS = List.of("blue", "green", "red");
  public static final int EACH = 12;

  private static final Map<String, Color> PAINT =
      new TreeMap<>(
          Map.of(
              "blue", new Color(30, 60, 200),
              "green", new Color(40, 160, 60),
              "red", new Color(200, 40, 40)));

  private ColouredItems() {}

  /// Draws them, a folder an item.
  public static Path draw(Path folder) throws IOException {
    var random = new Random(11);
    for (var colour : COLOURS) {
      for (int n = 0; n < EACH; n++) {
        var item = Files.createDirectories(folder.resolve("%s-%02d".formatted(colour, n)));
        var picture = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
        var g = picture.createGraphics();
        g.setColor(new Color(235, 235, 230));
        g.fillRect(0, 0, 96, 96);
        g.setColor(PAINT.get(colour));
        int side = 40 + random.nextInt(20);
        int x = 10 + random.nextInt(20);
        int y = 10 + random.nextInt(20);
        switch (n % 3) {
          case 0 -> g.fillOval(x, y, side, side);
          case 1 -> g.fillRect(x, y, side, side);
          default ->
              g.fillPolygon(new int[] {x, x + side, x}, new int[] {y, y + side, y + side}, 3);
        }
        g.dispose();
        ImageIO.write(picture, "png", item.resolve("photo.png").toFile());
      }
    }
    return folder;
  }

  /// The ids of all of them.
  public static List<String> ids() {
    var ids = new ArrayList<String>();
    for (var colour : COLOURS) {
      for (int n = 0; n < EACH; n++) {
        ids.add("%s-%02d".formatted(colour, n));
      }
    }
    return ids;
  }
}
