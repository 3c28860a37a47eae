package dev.anmok.benchmarks;

import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.quality.Measures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A large workspace without the hours of encoding: the photos of a folder made by [ManyPhotos],
/// each with the measures of a photo of a small workspace that was really ingested, its vector
/// moved by noise and its hash by some bits. For measuring pages and queries, not for judging
/// answers.
///
/// `GrownWorkspace SMALL_WORKSPACE FOLDER TARGET_WORKSPACE`
public final class GrownWorkspace {
  private static final int BATCH = 1_000;
  private static final int FLIPPED_BITS = 14;
  private static final double NOISE = 0.03;

  private final Random random = new Random(1);
  private final List<PlacedPhoto> known;
  private final VectorSpace space;

  private GrownWorkspace(List<PlacedPhoto> known, VectorSpace space) {
    this.known = known;
    this.space = space;
  }

  /// Fills a workspace.
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("give SMALL_WORKSPACE FOLDER TARGET_WORKSPACE");
    }
    List<PlacedPhoto> known;
    try (var small = Session.read(Path.of(args[0]), Optional.empty());
        var photos = small.workspace().catalog().photos(small.pack().space())) {
      known = photos.toList();
    }
    try (var large = Session.fill(Path.of(args[2]), "cafe", Optional.empty())) {
      new GrownWorkspace(known, large.pack().space()).fill(large, Path.of(args[1]));
      Indexes.update(large, written -> {});
    }
  }

  private void fill(Session session, Path folder) throws IOException {
    var batch = new ArrayList<Ingested>();
    try (var files = Files.walk(folder)) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        batch.add(ingested(file));
        if (batch.size() == BATCH) {
          session.workspace().catalog().record(batch);
          batch.clear();
        }
      }
    }
    session.workspace().catalog().record(batch);
  }

  private Ingested ingested(Path file) throws IOException {
    var like = known.get(random.nextInt(known.size()));
    var bytes = Files.readAllBytes(file);
    var item = String.valueOf(file.resolveSibling("").getFileName());
    var photo =
        new Photo(Photo.digest(bytes), bytes.length, like.photo().facts(), measures(like.photo()));
    var source = new SourcePhoto(file.toString(), new Item(item, item, java.util.Map.of()));
    return new Ingested(
        source,
        bytes.length,
        Files.getLastModifiedTime(file).toMillis(),
        new Outcome.Processed(photo, near(like.embedding())));
  }

  private Measures measures(Photo like) {
    long hash = like.measures().perceptualHash();
    for (int i = 0; i < FLIPPED_BITS; i++) {
      hash ^= 1L << random.nextInt(Long.SIZE);
    }
    var of = like.measures();
    return new Measures(hash, of.lumaMean(), of.lumaStd(), of.laplacianStd());
  }

  private Embedding near(Embedding vector) {
    var values = vector.toArray();
    for (int d = 0; d < values.length; d++) {
      values[d] += (float) (NOISE * random.nextGaussian());
    }
    return Embedding.normalize(space, values);
  }
}
