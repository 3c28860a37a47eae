package dev.anmok.onnx;

import ai.onnxruntime.OnnxJavaType;
import dev.anmok.core.cutout.Mask;
import dev.anmok.core.cutout.Segmenter;
import dev.anmok.core.image.Channels;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Preprocess;
import dev.anmok.core.image.Resize;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// A cut-out model. A photo is fitted to the model's square; the part of the answer where the photo
/// lies becomes the mask, enlarged bilinearly to the photo's size, so that edges are as soft as the
/// model's. A model whose masks are stretched is not stretched where it is sure of no pixel: noise
/// would become a subject. A call works on the caller's thread.
final class OnnxSegmenter implements Segmenter {
  /// A mask whose greatest value stays under this shows no subject.
  static final float LEAST_PEAK = 0.5f;

  private final String id;
  private final ImageSide image;
  private final CutoutManifest.MaskSide side;
  private final Tower tower;
  private final BufferPool buffers;

  private OnnxSegmenter(CutoutManifest manifest, Tower tower) {
    this.id = manifest.segmenter();
    this.image = manifest.image();
    this.side = manifest.mask();
    this.tower = tower;
    this.buffers = new BufferPool(image.preprocess().length());
  }

  /// Takes over the tower.
  ///
  /// @throws IOException if its input or output is not that of a mask model; the tower is closed
  ///   then
  static OnnxSegmenter of(CutoutManifest manifest, Tower tower) throws IOException {
    try {
      var image = manifest.image();
      int pixels = image.preprocess().side();
      expect("input", tower.name(), tower.inputs(), image.input(), 3, pixels);
      expect("output", tower.name(), tower.outputs(), image.output(), 1, pixels);
      if (tower.inputs().size() != 1) {
        throw new IOException(
            tower.name() + ": a cut-out model has one input, found " + tower.inputs().keySet());
      }
      return new OnnxSegmenter(manifest, tower);
    } catch (IOException | RuntimeException e) {
      tower.close();
      throw e;
    }
  }

  /// Batch, height and width may be free.
  private static void expect(
      String kind, String name, Map<String, Tower.Port> all, String port, int channels, int pixels)
      throws IOException {
    var found = all.get(port);
    for (long batch : new long[] {1, Tower.ANY}) {
      for (long height : new long[] {pixels, Tower.ANY}) {
        for (long width : new long[] {pixels, Tower.ANY}) {
          for (long planes : new long[] {channels, Tower.ANY}) {
            for (var type : List.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16)) {
              if (Tower.Port.of(type, batch, planes, height, width).equals(found)) {
                return;
              }
            }
          }
        }
      }
    }
    throw new IOException(
        "%s: a cut-out model has the %s %s as float [1, %d, %d, %d], found %s"
            .formatted(name, kind, port, channels, pixels, pixels, found == null ? all : found));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int inputSide() {
    return image.preprocess().side();
  }

  @Override
  public Mask mask(Pixels photo) {
    var preprocess = image.preprocess();
    var square = preprocess.square(photo);
    var found = run(side.byMaximum() ? scaled(preprocess, square) : preprocess, square);
    var place = preprocess.place(photo.width(), photo.height());
    var small = levels(inside(found, place));
    return Mask.wrap(
        photo.width(),
        photo.height(),
        Resize.plane(
            small, place.width(), place.height(), photo.width(), photo.height(), Filter.BILINEAR));
  }

  /// `(v / max - mean) / std` is `(v - mean * max) / (std * max)`, on the scale of 8-bit values.
  private static Preprocess scaled(Preprocess plain, Pixels square) {
    int max = 1;
    for (byte v : square.rgb()) {
      max = Math.max(max, v & 0xff);
    }
    double scale = max / 255.0;
    return new Preprocess(
        plain.side(),
        plain.fit(),
        plain.filter(),
        times(plain.mean(), scale),
        times(plain.std(), scale));
  }

  private static Channels times(Channels c, double scale) {
    return new Channels(c.red() * scale, c.green() * scale, c.blue() * scale);
  }

  private float[] run(Preprocess preprocess, Pixels square) {
    var buffer = buffers.take();
    try {
      preprocess.into(square, buffer, 0);
      try (var tensor = tower.tensor(image.input(), buffer, 1, 3, inputSide(), inputSide())) {
        var found = tower.run(Map.of(image.input(), tensor), image.output());
        if (found.length != inputSide() * inputSide()) {
          throw new IllegalStateException(
              "%s: a mask of %d numbers, expected %d x %d"
                  .formatted(tower.name(), found.length, inputSide(), inputSide()));
        }
        return found;
      }
    } finally {
      buffers.give(buffer);
    }
  }

  /// The part of the answer where the photo lies, 0..1 if the model is what it should be.
  private float[] inside(float[] all, Preprocess.Place place) {
    var part = new float[place.width() * place.height()];
    for (int y = 0; y < place.height(); y++) {
      int from = (place.top() + y) * inputSide() + place.left();
      System.arraycopy(all, from, part, y * place.width(), place.width());
    }
    if (side.sigmoid()) {
      for (int i = 0; i < part.length; i++) {
        part[i] = (float) (1 / (1 + Math.exp(-part[i])));
      }
    }
    return part;
  }

  private byte[] levels(float[] part) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float v : part) {
      least = Math.min(least, v);
      greatest = Math.max(greatest, v);
    }
    boolean stretched = side.stretched() && greatest >= LEAST_PEAK && greatest > least;
    float low = stretched ? least : 0;
    float range = stretched ? greatest - least : 1;
    var levels = new byte[part.length];
    for (int i = 0; i < levels.length; i++) {
      float share = Math.clamp((part[i] - low) / range, 0f, 1f);
      levels[i] = (byte) Math.round(255 * share);
    }
    return levels;
  }

  @Override
  public void close() {
    tower.close();
  }

  @Override
  public String toString() {
    return "OnnxSegmenter" + List.of(id);
  }
}
