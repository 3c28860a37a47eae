package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.image.Reason;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMeasures;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Records for catalog tests, each made from one number.
public final class Samples {
  public static final VectorSpace SPACE = new VectorSpace("fake", "00ff", "squash 8", "none", 8);
  public static final VectorSpace OTHER_SPACE =
      new VectorSpace("fake", "11ee", "squash 8", "none", 8);

  private Samples() {}

  public static Item item(String id, String title) {
    return new Item(id, title, Map.of());
  }

  /// 64 hexadecimal digits that end in the number.
  public static String sha(int n) {
    return "%064x".formatted(n);
  }

  public static Photo photo(int n) {
    var measures = new Measures(0x8000_0000_0000_0000L + n, n + 0.25, n + 0.5, n + 0.75);
    return new Photo(sha(n), 1000 + n, new ImageFacts("jpeg", 640 + n, 480), measures);
  }

  /// The same photo with details and the time it was taken.
  public static Photo photoInDetail(int n) {
    var plain = photo(n);
    var facts = plain.facts();
    var taken = LocalDateTime.of(2024, 2, 29, 23, 59, n);
    var blur = new EnumMap<BlurMeasure, Double>(BlurMeasure.class);
    for (var measure : BlurMeasure.values()) {
      blur.put(measure, n + blur.size() / 3.0);
    }
    return new Photo(
        plain.sha256(),
        plain.bytes(),
        new ImageFacts(facts.format(), facts.width(), facts.height(), taken),
        plain.measures(),
        new Detail(sha(n + 1_000), n / 3.0, n / 7.0, 0.125, 0, 1, BlurMeasures.of(blur)));
  }

  public static Ingested detailed(String uri, @Nullable Item item, int n) {
    return ingested(uri, item, n, new Outcome.Processed(photoInDetail(n), embedding(n, SPACE)));
  }

  public static Embedding embedding(int n, VectorSpace space) {
    var random = new Random(n);
    float[] values = new float[space.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalize(space, values);
  }

  public static Ingested processed(String uri, @Nullable Item item, int n) {
    return processed(uri, item, n, SPACE);
  }

  public static Ingested processed(String uri, @Nullable Item item, int n, VectorSpace space) {
    return ingested(uri, item, n, new Outcome.Processed(photo(n), embedding(n, space)));
  }

  public static Ingested known(String uri, @Nullable Item item, int n) {
    return ingested(uri, item, n, new Outcome.Known(sha(n)));
  }

  public static Ingested rejected(String uri, @Nullable Item item, Reason reason) {
    var outcome = new Outcome.Rejected(null, reason, "detail of " + uri);
    return new Ingested(new SourcePhoto(uri, item), -1, -1, outcome);
  }

  public static PlacedPhoto placed(String uri, String item, int n) {
    return new PlacedPhoto(uri, item, photo(n), embedding(n, SPACE));
  }

  public static StoredDecision decision(
      String item, String uri, int rank, String reason, double score) {
    return new StoredDecision(item, uri, rank, reason, "", score);
  }

  /// A review of a photo's blur at a fixed time.
  public static Review review(int n, String verdict, String reviewer) {
    var machine = new MachineVerdict("uncertain", "learned", "v1", 0.25);
    return new Review(
        sha(n), "blur", verdict, "", reviewer, Instant.parse("2026-03-01T09:00:00Z"), machine);
  }

  private static Ingested ingested(String uri, @Nullable Item item, int n, Outcome outcome) {
    return new Ingested(new SourcePhoto(uri, item), 1000 + n, 2000 + n, outcome);
  }

  /// All of a stream, which is closed.
  static <T> List<T> list(Stream<T> stream) {
    try (stream) {
      return stream.toList();
    }
  }

  /// Where photos lie that changed after a generation.
  static List<String> changed(Catalog catalog, long generation) throws IOException {
    return list(catalog.changedSince(generation, SPACE)).stream().map(PlacedPhoto::uri).toList();
  }
}
