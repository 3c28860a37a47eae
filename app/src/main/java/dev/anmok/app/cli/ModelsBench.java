package dev.anmok.app.cli;

import dev.anmok.app.workspace.Models;
import dev.anmok.core.image.Pixels;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok models bench`.
@Command(
    name = "bench",
    description = {
      "Measures how many photos and texts a second a model encodes on the device, by batch, as one",
      "worker does: preprocessing and tokenizer included, decoding not."
    })
final class ModelsBench implements Callable<Integer> {
  private static final int MAX_BATCH = 1_024;
  private static final long NANOS = 1_000_000_000;

  private final Console console;
  @ParentCommand private ModelsCommand models = new ModelsCommand();

  @Parameters(paramLabel = "ID", description = "the pack")
  private String id = "";

  @Option(
      names = "--batch",
      split = ",",
      paramLabel = "N",
      description = "how many are given at once (default: 1,8,32)")
  private List<Integer> batches = List.of(1, 8, 32);

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description =
          "how long each is measured at least, after one that is not counted (default: 2)")
  private int seconds = 2;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  ModelsBench(Console console) {
    this.console = console;
  }

  /// What was measured.
  private record Rate(int batch, double photos, double texts) {}

  @Override
  public Integer call() throws IOException {
    if (batches.isEmpty() || batches.stream().anyMatch(n -> n < 1 || n > MAX_BATCH)) {
      throw new UsageException("--batch must be numbers from 1 to " + MAX_BATCH);
    }
    if (seconds < 1 || seconds > 600) {
      throw new UsageException("--seconds must be 1..600, was " + seconds);
    }
    var pack = Models.find(models.workspace(), id);
    var rates = measure(pack);
    if (format == Format.JSON) {
      JsonResult.print(console.out(), rates.stream().map(this::json).toList());
    } else {
      var table = new Table("device", "batch", "photos/s", "texts/s");
      for (var rate : rates) {
        table.row(Models.device(), rate.batch(), rounded(rate.photos()), rounded(rate.texts()));
      }
      table.print(console.out());
    }
    return 0;
  }

  private Map<String, Object> json(Rate rate) {
    var json = new LinkedHashMap<String, Object>();
    json.put("model", id);
    json.put("device", Models.device().toString());
    json.put("batch", rate.batch());
    json.put("photos_per_second", rate.photos());
    json.put("texts_per_second", rate.texts());
    return json;
  }

  private static String rounded(double rate) {
    return String.format(Locale.ROOT, rate < 100 ? "%.1f" : "%.0f", rate);
  }

  private List<Rate> measure(ModelPack pack) throws IOException {
    var photos = new ArrayList<Double>();
    try (var encoder = pack.images()) {
      var noise = noise(encoder.inputSide() * 3 / 2);
      for (int batch : batches) {
        var pictures = java.util.Collections.nCopies(batch, noise);
        photos.add(rate(batch, _ -> encoder.encode(pictures)));
      }
    }
    var rates = new ArrayList<Rate>();
    try (var encoder = pack.texts()) {
      for (int i = 0; i < batches.size(); i++) {
        int batch = batches.get(i);
        // No text comes twice: the vectors of the last ones are remembered.
        int base = i << 24;
        double texts = rate(batch, round -> encoder.encode(texts(base + round * batch, batch)));
        rates.add(new Rate(batch, photos.get(i), texts));
      }
    }
    return rates;
  }

  /// Things a second.
  private double rate(int batch, IntConsumer round) {
    round.accept(0);
    long start = System.nanoTime();
    int rounds = 0;
    while (System.nanoTime() - start < seconds * NANOS) {
      round.accept(++rounds);
    }
    return (double) rounds * batch * NANOS / (System.nanoTime() - start);
  }

  private static List<String> texts(int from, int count) {
    var texts = new ArrayList<String>();
    for (int i = from; i < from + count; i++) {
      texts.add("a photo of place number " + i + " with a window seat and a view of the sea");
    }
    return texts;
  }

  private static Pixels noise(int side) {
    var rgb = new byte[3 * side * side];
    new Random(42).nextBytes(rgb);
    return Pixels.wrap(side, side, rgb);
  }
}
