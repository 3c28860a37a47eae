package dev.anmok.app.sample;

import java.awt.image.BufferedImage;
import java.util.List;

/// Turns a scene into a picture. Two by two samples decide what is seen at a pixel; a surface that
/// fills the pixel is shaded once.
final class Renderer {
  private final Scene scene;
  private final Triangle[] triangles;
  private final Raster raster;
  private final Occlusion occlusion;
  private final Shader shader;
  private final int width;
  private final int height;

  private Renderer(Scene scene, int width, int height) {
    this.scene = scene;
    this.width = width;
    this.height = height;
    List<Triangle> all = scene.mesh().triangles();
    this.triangles = all.toArray(Triangle[]::new);
    this.raster = new Raster(width * 2, height * 2, scene.camera()).draw(all, -1);
    this.occlusion = new Occlusion(raster);
    boolean close = scene.grade().focus() > 0;
    Vec ahead = scene.camera().eye().plus(scene.camera().forward().times(close ? 0.6 : 3));
    Vec middle = new Vec(ahead.x(), close ? 0.05 : 1, ahead.z());
    this.shader = new Shader(scene.lighting(), all, scene.camera().eye(), middle, close ? 0.8 : 6);
  }

  /// @param seed decides the grain
  static BufferedImage render(Scene scene, int width, int height, int seed) {
    return new Renderer(scene, width, height).picture(seed);
  }

  private BufferedImage picture(int seed) {
    float[] light = new float[width * height * 3];
    float[] far = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixel(x, y, light, far);
      }
    }
    return new Film(width, height, light, far).develop(scene.grade(), seed);
  }

  private void pixel(int x, int y, float[] light, float[] far) {
    int base = y * 2 * raster.width + x * 2;
    int[] at = {base, base + 1, base + raster.width, base + raster.width + 1};
    int[] seen = raster.nearest;
    double open = occlusion.at(x * 2 + 1, y * 2 + 1);
    int first = seen[base];
    if (first >= 0 && first == seen[at[1]] && first == seen[at[2]] && first == seen[at[3]]) {
      shade(first, x * 2 + 1, y * 2 + 1, open, 1, light);
      far[y * width + x] = 1 / raster.closeness[base];
      return;
    }
    float closest = 0;
    for (int i = 0; i < 4; i++) {
      int count = 1;
      boolean known = false;
      for (int j = 0; j < 4; j++) {
        if (j != i && seen[at[j]] == seen[at[i]]) {
          count++;
          known |= j < i;
        }
      }
      closest = Math.max(closest, raster.closeness[at[i]]);
      if (!known && seen[at[i]] >= 0) {
        shade(seen[at[i]], x * 2 + (i & 1) + 0.5, y * 2 + (i >> 1) + 0.5, open, count / 4.0, light);
      }
    }
    far[y * width + x] = closest > 0 ? 1 / closest : 100;
  }

  /// Shades a triangle at a sample's place.
  private void shade(int id, double sx, double sy, double open, double share, float[] light) {
    Vec ray = scene.camera().ray(sx / width - 1, (height - sy) / width);
    int at = ((int) sy / 2 * width + (int) sx / 2) * 3;
    shader.add(triangles[id], ray, open, share, light, at);
  }
}
