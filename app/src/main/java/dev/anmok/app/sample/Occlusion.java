package dev.anmok.app.sample;

/// How far corners and crevices are from the open: on a plane 1 / distance is linear across the
/// picture, so where both neighbours of a pixel are closer than it by more than that, light is kept
/// out. Computed at every sixth sample each way.
final class Occlusion {
  private static final int STEP = 6;
  private static final double[] DIRECTIONS = {
    1, 0, 0.7, 0.7, 0, 1, -0.7, 0.7, 0.92, 0.38, -0.38, 0.92
  };

  private final int width;
  private final int height;
  private final float[] open;

  Occlusion(Raster raster) {
    width = raster.width / STEP;
    height = raster.height / STEP;
    float[] raw = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raw[y * width + x] = (float) (1 - closed(raster, x * STEP + 3, y * STEP + 3));
      }
    }
    open = smoothed(raw);
  }

  /// 1 in the open, lower in corners.
  double at(int sampleX, int sampleY) {
    double x = Math.clamp((sampleX - 3.0) / STEP, 0, width - 1.001);
    double y = Math.clamp((sampleY - 3.0) / STEP, 0, height - 1.001);
    int x0 = (int) x;
    int y0 = (int) y;
    int at = y0 * width + x0;
    double top = open[at] + (open[at + 1] - open[at]) * (x - x0);
    double bottom = open[at + width] + (open[at + width + 1] - open[at + width]) * (x - x0);
    return top + (bottom - top) * (y - y0);
  }

  private static double closed(Raster r, int x, int y) {
    double here = r.closeness[y * r.width + x];
    if (!(here > 0)) {
      return 0;
    }
    double sum = 0;
    for (double metres : new double[] {0.08, 0.3}) {
      double radius = metres * r.camera.zoom() * here * r.width / 2;
      radius = Math.clamp(radius, 3, r.width / 9.0);
      for (int d = 0; d < DIRECTIONS.length; d += 2) {
        int dx = (int) (DIRECTIONS[d] * radius);
        int dy = (int) (DIRECTIONS[d + 1] * radius);
        double both = closer(r, x + dx, y + dy, here) + closer(r, x - dx, y - dy, here);
        sum += Math.clamp(both * 4, 0, 0.5);
      }
    }
    return Math.min(0.75, sum / 5);
  }

  private static double closer(Raster r, int x, int y, double here) {
    if (x < 0 || y < 0 || x >= r.width || y >= r.height) {
      return 0;
    }
    double c = r.closeness[y * r.width + x];
    double difference = c > 0 ? (c - here) / here : -1;
    return difference > 0.6 ? 0 : Math.clamp(difference, -0.2, 0.2);
  }

  private float[] smoothed(float[] raw) {
    float[] out = new float[raw.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        int n = 0;
        for (int j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
          for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
            sum += raw[j * width + i];
            n++;
          }
        }
        out[y * width + x] = sum / n;
      }
    }
    return out;
  }
}
