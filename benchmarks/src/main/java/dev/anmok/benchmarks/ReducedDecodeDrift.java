package dev.anmok.benchmarks;

import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.quality.Measures;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What decoding at a reduced JPEG scale does to embeddings and measures, and what it saves.
///
/// Run `java -cp … dev.anmok.benchmarks.ReducedDecodeDrift FOLDER`. For several margins (shortest
/// side kept, in multiples of the encoder's input side) over all JPEG photos of the folder that are
/// reduced at that margin: cosine similarity of the embedding to that of the full decode, change of
/// the Laplacian measure, and milliseconds a photo for decoding and for measuring, one thread.
public final class ReducedDecodeDrift {
  private static final double[] MARGINS = {2, 1.5, 1.25, 1};

  private ReducedDecodeDrift() {}

  public static void main(String[] args) throws IOException {
    var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
    List<byte[]> files;
    try (Stream<Path> paths = Files.walk(Path.of(args[0]))) {
      files = new ArrayList<>();
      for (var path : paths.filter(p -> p.toString().endsWith(".jpg")).sorted().toList()) {
        files.add(Files.readAllBytes(path));
      }
    }
    try (var encoder = ModelPack.embedded(Threads.SINGLE).images()) {
      time(decoder, files, 0); // warms up
      print("full decode", time(decoder, files, 0));
      for (double margin : MARGINS) {
        int minSide = (int) Math.round(margin * encoder.inputSide());
        print(String.format(Locale.ROOT, "margin %.2f", margin), time(decoder, files, minSide));
        drift(decoder, encoder, files, minSide);
      }
    }
  }

  private static void drift(
      ImageDecoder decoder, ImageEncoder encoder, List<byte[]> files, int minSide) {
    var cosines = new ArrayList<Double>();
    var sharpness = new ArrayList<Double>();
    for (var file : files) {
      if (decoder.decode(file, 0) instanceof Decoded.Image full
          && decoder.decode(file, minSide) instanceof Decoded.Image reduced
          && reduced.pixels().width() < full.pixels().width()) {
        List<Embedding> both = encoder.encode(List.of(full.pixels(), reduced.pixels()));
        cosines.add((double) both.getFirst().cosine(both.getLast()));
        sharpness.add(
            Measures.of(reduced.pixels()).laplacianStd()
                / Math.max(1e-9, Measures.of(full.pixels()).laplacianStd()));
      }
    }
    if (cosines.isEmpty()) {
      System.out.println("  no photo is reduced");
      return;
    }
    cosines.sort(null);
    sharpness.sort(null);
    System.out.printf(
        Locale.ROOT,
        "  %d of %d photos reduced: cosine min %.4f, 1 %% %.4f, median %.4f;"
            + " Laplacian ratio 1 %% %.3f, median %.3f, 99 %% %.3f%n",
        cosines.size(),
        files.size(),
        cosines.getFirst(),
        cosines.get(cosines.size() / 100),
        cosines.get(cosines.size() / 2),
        sharpness.get(sharpness.size() / 100),
        sharpness.get(sharpness.size() / 2),
        sharpness.get(sharpness.size() * 99 / 100));
  }

  private static double[] time(ImageDecoder decoder, List<byte[]> files, int minSide) {
    long decode = 0;
    long measure = 0;
    for (var file : files) {
      long start = System.nanoTime();
      var decoded = decoder.decode(file, minSide);
      decode += System.nanoTime() - start;
      if (decoded instanceof Decoded.Image image) {
        start = System.nanoTime();
        Measures.of(image.pixels());
        measure += System.nanoTime() - start;
      }
    }
    return new double[] {decode / 1e6 / files.size(), measure / 1e6 / files.size()};
  }

  private static void print(String what, double[] millis) {
    System.out.printf(
        Locale.ROOT, "%-12s decode %.2f ms, measure %.2f ms%n", what, millis[0], millis[1]);
  }
}
