package dev.anmok.codec;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR_RGB;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import dev.anmok.core.image.Pixels;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/// OpenCV's codecs: libjpeg-turbo, libpng and libwebp. Each call runs on the caller's thread.
final class OpenCvBackend implements Backend {
  private OpenCvBackend() {}

  /// Loads the native library.
  ///
  /// @throws LinkageError where there is none for this machine
  static OpenCvBackend load() {
    property("org.bytedeco.javacpp.platform.extension", ""); // do not search for CUDA
    property("org.bytedeco.javacpp.nopointergc", "true"); // everything is closed here
    property("org.bytedeco.javacpp.maxBytes", "0"); // other parts' memory is none of its business
    property("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    opencv_core.setNumThreads(1); // callers bring their own threads
    OpenCvLog.silence();
    return new OpenCvBackend();
  }

  @Override
  public String name() {
    return "OpenCV " + opencv_core.CV_VERSION + " (native)";
  }

  @Override
  public Pixels jpeg(Bytes file, JpegHeader header, int scale) throws Malformed {
    boolean grey = header.colour() == JpegColour.GREY;
    int flags = grey ? IMREAD_GRAYSCALE : IMREAD_COLOR_RGB;
    if (scale > 1) { // the flags of 1/4 and 1/8 are twice and four times that of 1/2
      flags = (grey ? IMREAD_REDUCED_GRAYSCALE_2 : IMREAD_REDUCED_COLOR_2 - 1) * (scale / 2);
      flags |= grey ? 0 : 1;
    }
    byte[] clean = CleanStream.of(file, header);
    return decode(clean, flags | IMREAD_IGNORE_ORIENTATION, scale > 1, "JPEG");
  }

  @Override
  public Pixels png(Bytes file, PngHeader header) throws Malformed {
    boolean plain = header.bitDepth() <= 8 && !header.alpha();
    int flags = plain ? IMREAD_COLOR_RGB | IMREAD_IGNORE_ORIENTATION : IMREAD_UNCHANGED;
    return decode(CleanStream.of(file, header), flags, !plain, "PNG");
  }

  @Override
  public Pixels webp(Bytes file, WebpHeader header) throws Malformed {
    int flags = header.alpha() ? IMREAD_UNCHANGED : IMREAD_COLOR_RGB | IMREAD_IGNORE_ORIENTATION;
    return decode(file.array(), flags, header.alpha(), "WebP");
  }

  @Override
  public String code() {
    return "cv" + opencv_core.CV_VERSION.replaceAll("[^0-9a-z]", "");
  }

  @Override
  public byte[] writeJpeg(Pixels pixels, int quality) {
    byte[] bgr = swapped(pixels.rgb());
    try (var data = new BytePointer(bgr.length);
        var out = new BytePointer();
        var parameters = new IntPointer(IMWRITE_JPEG_QUALITY, quality)) {
      data.put(bgr, 0, bgr.length);
      try (var in = new Mat(pixels.height(), pixels.width(), CV_8UC3, data)) {
        if (!imencode(".jpg", in, out, parameters)) {
          throw new IllegalStateException("OpenCV encodes no JPEG");
        }
        byte[] file = new byte[Math.toIntExact(out.limit())];
        out.get(file);
        return file;
      }
    }
  }

  private static byte[] swapped(byte[] rgb) {
    byte[] bgr = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i += 3) {
      bgr[i] = rgb[i + 2];
      bgr[i + 1] = rgb[i + 1];
      bgr[i + 2] = rgb[i];
    }
    return bgr;
  }

  private static Pixels decode(byte[] bytes, int flags, boolean bgr, String format)
      throws Malformed {
    try (var data = new BytePointer(bytes.length)) {
      data.put(bytes, 0, bytes.length);
      try (var in = new Mat(1, bytes.length, CV_8U, data);
          var out = imdecode(in, flags)) {
        if (out.empty()) {
          throw Malformed.corrupt("The " + format + "'s picture data are damaged.");
        }
        return pixels(out, bgr);
      }
    } catch (RuntimeException e) { // how OpenCV reports what it finds wrong with a file
      throw Malformed.corrupt("The " + format + "'s picture data are damaged.");
    }
  }

  private static Pixels pixels(Mat mat, boolean bgr) throws Malformed {
    int width = mat.cols();
    int height = mat.rows();
    int channels = mat.channels();
    if (mat.depth() == CV_16U) {
      short[] samples = new short[width * height * channels];
      try (var data = new ShortPointer(mat.data())) {
        data.get(samples);
      }
      return Samples.of16Bit(width, height, channels, samples);
    }
    byte[] samples = new byte[width * height * channels];
    mat.data().get(samples);
    return Samples.of8Bit(width, height, channels, samples, bgr);
  }

  private static void property(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
