package dev.anmok.benchmarks;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/// Makes many small photos of few: parts of them, at other brightness, 256 pixels wide, in folders
/// of about twenty, so that a workspace of any size can be ingested and looked at.
///
/// `ManyPhotos FOLDER TARGET COUNT`
public final class ManyPhotos {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 192;
  private static final int EACH = 20;
  private static final long SEED = 1;

  private ManyPhotos() {}

  /// Writes the photos.
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("give FOLDER TARGET COUNT");
    }
    var folders = folders(Path.of(args[0]));
    var target = Path.of(args[1]);
    int count = Integer.parseInt(args[2]);
    var random = new Random(SEED);
    for (int item = 0; item * EACH < count; item++) {
      var photos = folders.get(item % folders.size());
      var folder = Files.createDirectories(target.resolve("cafe-%05d".formatted(item)));
      for (int i = 0; i < EACH && item * EACH + i < count; i++) {
        var variant = variant(photos.get(i % photos.size()), random);
        ImageIO.write(variant, "jpeg", folder.resolve("%02d.jpg".formatted(i)).toFile());
      }
    }
  }

  /// The pictures of each sub-folder that can be read.
  private static List<List<BufferedImage>> folders(Path source) throws IOException {
    var folders = new ArrayList<List<BufferedImage>>();
    try (var subFolders = Files.list(source)) {
      for (var folder : subFolders.filter(Files::isDirectory).sorted().toList()) {
        var photos = photos(folder);
        if (!photos.isEmpty()) {
          folders.add(photos);
        }
      }
    }
    return folders;
  }

  private static List<BufferedImage> photos(Path folder) throws IOException {
    var photos = new ArrayList<BufferedImage>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        try {
          var image = ImageIO.read(file.toFile());
          if (image != null) {
            photos.add(image);
          }
        } catch (IOException e) {
          System.err.println(file + ": left out, " + e.getMessage());
        }
      }
    }
    return photos;
  }

  private static BufferedImage variant(BufferedImage photo, Random random) {
    double share = 0.75 + 0.25 * random.nextDouble();
    int width = (int) (photo.getWidth() * share);
    int height = (int) (photo.getHeight() * share);
    int x = random.nextInt(photo.getWidth() - width + 1);
    int y = random.nextInt(photo.getHeight() - height + 1);
    var out = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var graphics = out.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(photo.getSubimage(x, y, width, height), 0, 0, WIDTH, HEIGHT, null);
    graphics.dispose();
    float light = 0.8f + 0.4f * random.nextFloat();
    return new RescaleOp(light, 0, null).filter(out, out);
  }
}
