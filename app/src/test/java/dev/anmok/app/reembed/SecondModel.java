package dev.anmok.app.reembed;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// What tests of another model need: a pack of other preprocessing, so that its vectors differ from
/// those of the embedded one, and photos to tell them apart by.
public final class SecondModel {
  /// Cuts the middle out of each photo; Korean and English.
  public static final String CENTRE = "centre";

  /// The same, and its texts are English only; so are those of packs whose id begins so.
  public static final String ENGLISH = "english";

  private static final Path MINI = Path.of("../onnx/src/main/resources/packs/anmok-mini");

  private SecondModel() {}

  /// Lays a pack into a workspace, without thresholds of its own.
  public static void add(Path workspace, String id) throws IOException {
    var pack = Files.createDirectories(workspace.resolve("models").resolve(id));
    copy(MINI, pack);
    var json = pack.resolve("model.json");
    var text =
        Files.readString(json)
            .replace("\"id\": \"anmok-mini\"", "\"id\": \"" + id + "\"")
            .replace("\"fit\": \"squash\"", "\"fit\": \"centre-crop\"");
    Files.writeString(json, id.startsWith(ENGLISH) ? text.replaceFirst("\"ko\",\\s*", "") : text);
    Files.writeString(pack.resolve("calibration.json"), "{}");
  }

  /// Copies a folder with all that is in it; the target may be there, without files.
  public static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var target = to.resolve(from.relativize(file).toString());
        if (!Files.isDirectory(target)) {
          Files.copy(file, target);
        }
      }
    }
  }

  /// Writes 25 different photos of five items.
  public static void photos(Path folder) throws IOException {
    try (var files = Files.list(MINI.resolve("golden"))) {
      int item = 0;
      for (var file : files.sorted().toList()) {
        var whole = ImageIO.read(file.toFile());
        var at = Files.createDirectories(folder.resolve("item" + item++));
        int w = whole.getWidth();
        int h = whole.getHeight();
        write(whole, at, "whole");
        write(whole.getSubimage(0, 0, w / 2, h), at, "left");
        write(whole.getSubimage(w / 2, 0, w - w / 2, h), at, "right");
        write(whole.getSubimage(0, 0, w, h / 2), at, "top");
        write(whole.getSubimage(w / 4, h / 2, w / 2, h - h / 2), at, "bottom");
      }
    }
  }

  private static void write(BufferedImage picture, Path folder, String name) throws IOException {
    var rgb =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    rgb.createGraphics().drawImage(picture, 0, 0, null);
    ImageIO.write(rgb, "png", folder.resolve(name + ".png").toFile());
  }
}
