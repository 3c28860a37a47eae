package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Reason;
import dev.anmok.core.quality.Measures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A picture format of a few bytes with its decoder, measures and encoder, all deterministic and
/// all counting what they do. A file is `PIX` and 12 bytes of RGB, two by two pixels.
public final class TinyPhotos implements ImageEncoder {
  /// A decoder meets this and throws.
  public static final byte[] POISON = "POISON".getBytes(StandardCharsets.UTF_8);

  /// A picture's first byte that makes the encoder throw.
  public static final byte INDIGESTIBLE = (byte) 0xee;

  private static final String MAGIC = "PIX";
  private static final int RGB_BYTES = 12;
  private static final DecodeLimits LIMITS = new DecodeLimits(1000, 100, 10);

  public final AtomicInteger decoded = new AtomicInteger();
  public final AtomicInteger encoded = new AtomicInteger();
  public volatile boolean encoderBroken;
  private final long encodeMillis;

  /// An encoder that takes its time.
  public TinyPhotos(long encodeMillis) {
    this.encodeMillis = encodeMillis;
  }

  public static byte[] photo(int seed) {
    byte[] file = Arrays.copyOf(MAGIC.getBytes(StandardCharsets.UTF_8), MAGIC.length() + RGB_BYTES);
    byte[] rgb = new byte[RGB_BYTES];
    new Random(seed).nextBytes(rgb);
    rgb[0] = 0;
    System.arraycopy(rgb, 0, file, MAGIC.length(), RGB_BYTES);
    return file;
  }

  public static byte[] indigestible(int seed) {
    byte[] file = photo(seed);
    file[MAGIC.length()] = INDIGESTIBLE;
    return file;
  }

  public Stages stages() {
    return new Stages(LIMITS, this::decode, TinyPhotos::measure, this, null, null);
  }

  private Decoded decode(byte[] bytes, int minSide) {
    decoded.incrementAndGet();
    if (Arrays.equals(bytes, POISON)) {
      throw new IllegalStateException("a decoder's bug");
    }
    if (!new String(bytes, StandardCharsets.ISO_8859_1).startsWith(MAGIC)) {
      return new Decoded.Rejected(Reason.NOT_AN_IMAGE, "no PIX");
    }
    if (bytes.length != MAGIC.length() + RGB_BYTES) {
      return new Decoded.Rejected(Reason.TRUNCATED, "too short");
    }
    byte[] rgb = Arrays.copyOfRange(bytes, MAGIC.length(), bytes.length);
    return new Decoded.Image(Pixels.wrap(2, 2, rgb), new ImageFacts("pix", 2, 2));
  }

  private static Measures measure(Pixels pixels) {
    return new Measures(Arrays.hashCode(pixels.rgb()), pixels.at(0, 0), 1, 2);
  }

  @Override
  public VectorSpace space() {
    return Samples.SPACE;
  }

  @Override
  public int inputSide() {
    return 2;
  }

  @Override
  public List<Embedding> encode(List<Pixels> batch) {
    if (encoderBroken || batch.stream().anyMatch(pixels -> pixels.rgb()[0] == INDIGESTIBLE)) {
      throw new IllegalStateException("the encoder chokes");
    }
    if (encodeMillis > 0) {
      sleep(encodeMillis * batch.size());
    }
    encoded.addAndGet(batch.size());
    return batch.stream()
        .map(pixels -> Samples.embedding(Arrays.hashCode(pixels.rgb()), Samples.SPACE))
        .toList();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {}
}
