package dev.anmok.codec;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import dev.anmok.core.cutout.Mask;
import dev.anmok.core.cutout.Segmenter;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/// Cuts out without a model: OpenCV's GrabCut on the photo reduced to [#SIDE] pixels, where a rim
/// of a twentieth is background and the rest may be either. It knows colours, not things: it takes
/// for the subject what has other colours than the rim. Source: Rother, Kolmogorov and Blake,
/// SIGGRAPH 2004. Thread-safe; a call works on the caller's thread.
public final class GrabCutSegmenter implements Segmenter {
  /// What it is called where people choose.
  public static final String NAME = "grabcut";

  static final int SIDE = 256;
  private static final int ITERATIONS = 3;
  private static final int RIM = 20;
  private static final int LEAST_SIDE = 8;
  private static final int SEED = 1;

  private GrabCutSegmenter() {}

  /// Loads OpenCV.
  ///
  /// @throws IOException where there is no native library for this machine
  public static GrabCutSegmenter open() throws IOException {
    var warning = Fastest.loaded().warning();
    if (warning.isPresent()) {
      throw new IOException(NAME + " needs OpenCV: " + warning.get());
    }
    return new GrabCutSegmenter();
  }

  /// The id of its masks, which needs no library.
  public static String segmenterId() {
    return "%s-%d-%d-%d".formatted(NAME, SIDE, ITERATIONS, RIM);
  }

  @Override
  public String id() {
    return segmenterId();
  }

  @Override
  public int inputSide() {
    return SIDE;
  }

  @Override
  public Mask mask(Pixels photo) {
    int longer = Math.max(photo.width(), photo.height());
    double scale = Math.min(1, SIDE / (double) longer);
    int width = Math.max(1, (int) Math.rint(scale * photo.width()));
    int height = Math.max(1, (int) Math.rint(scale * photo.height()));
    if (Math.min(width, height) < LEAST_SIDE) {
      return Mask.empty(photo.width(), photo.height()); // a rim would leave nothing
    }
    var small = cut(Resize.to(photo, width, height, Filter.BILINEAR));
    return Mask.wrap(
        photo.width(),
        photo.height(),
        Resize.plane(small, width, height, photo.width(), photo.height(), Filter.BILINEAR));
  }

  /// 255 where the subject is.
  private static byte[] cut(Pixels picture) {
    int width = picture.width();
    int height = picture.height();
    byte[] labels = new byte[width * height];
    try (var data = new BytePointer(picture.rgb());
        var in = new Mat(height, width, CV_8UC3, data);
        var mask = new Mat(height, width, CV_8UC1);
        var inside = inside(width, height);
        var behind = new Mat();
        var before = new Mat()) {
      opencv_core.setRNGSeed(SEED); // of this thread; its k-means starts at random
      opencv_imgproc.grabCut(
          in, mask, inside, behind, before, ITERATIONS, opencv_imgproc.GC_INIT_WITH_RECT);
      mask.data().get(labels);
    } catch (RuntimeException e) { // how OpenCV says that a picture of one colour has no parts
      return new byte[width * height];
    }
    for (int i = 0; i < labels.length; i++) {
      boolean subject = labels[i] == opencv_imgproc.GC_FGD || labels[i] == opencv_imgproc.GC_PR_FGD;
      labels[i] = (byte) (subject ? 255 : 0);
    }
    return labels;
  }

  private static Rect inside(int width, int height) {
    int x = Math.max(1, width / RIM);
    int y = Math.max(1, height / RIM);
    return new Rect(x, y, width - 2 * x, height - 2 * y);
  }

  @Override
  public void close() {
    // nothing is held between calls
  }
}
