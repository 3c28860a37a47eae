package dev.anmok.app.threshold;

import dev.anmok.app.workspace.Session;
import dev.anmok.core.cluster.ExactCosine;
import dev.anmok.core.cluster.HashBands;
import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.cluster.VectorFile;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.score.ContrastScorer;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/// The different pictures of a workspace with their deltas: of photos with the same bytes, and of
/// near duplicates, the first by URI. About 200 bytes a photo while it is read, 40 a picture
/// afterwards; vectors lie in a temporary file meanwhile.
final class LensPictures {
  private static final NearRule NEAR = new NearRule(10, 0.9); // where the profile has no rule
  private static final int DIGEST = 32;

  private double[] deltas = new double[1024];
  private byte[] digests = new byte[deltas.length * DIGEST];
  private long[] hashes = new long[deltas.length];
  private int size;

  private LensPictures() {}

  /// Reads them, in one pass over the catalog.
  static LensPictures read(Session session, ContrastScorer scorer) throws IOException {
    var space = session.pack().space();
    var catalog = session.workspace().catalog();
    var near = session.profile().rule().near().orElse(NEAR);
    var all = new LensPictures();
    try (var rows = VectorFile.create(space.dimension())) {
      Set<String> seen = new HashSet<>();
      try (var photos = catalog.photos(space)) {
        for (var each = photos.iterator(); each.hasNext(); ) {
          var photo = each.next();
          if (seen.add(photo.photo().sha256())) {
            all.add(photo, scorer.score(photo.embedding()).delta());
            rows.add(photo.embedding());
          }
        }
      }
      rows.finish();
      all.keepFirst(near, new ExactCosine(rows));
    }
    return all;
  }

  private void add(PlacedPhoto photo, double delta) {
    if (size == deltas.length) {
      deltas = Arrays.copyOf(deltas, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
      digests = Arrays.copyOf(digests, 2 * size * DIGEST);
    }
    deltas[size] = delta;
    hashes[size] = photo.photo().measures().perceptualHash();
    var digest = HexFormat.of().parseHex(photo.photo().sha256());
    System.arraycopy(digest, 0, digests, size * DIGEST, DIGEST);
    size++;
  }

  /// Lets those go that are near duplicates of one before.
  private void keepFirst(NearRule near, ExactCosine cosines) {
    var bands = new HashBands(size, near.maxHashBits());
    int kept = 0;
    for (int row = 0; row < size; row++) {
      int at = row;
      var copy = new boolean[1];
      bands.near(
          hashes[row], other -> copy[0] = copy[0] || cosines.of(at, other) >= near.minCosine());
      if (!copy[0]) {
        bands.add(hashes[row], row);
        deltas[kept] = deltas[row];
        System.arraycopy(digests, row * DIGEST, digests, kept * DIGEST, DIGEST);
        kept++;
      }
    }
    size = kept;
    deltas = Arrays.copyOf(deltas, size);
    digests = Arrays.copyOf(digests, size * DIGEST);
    hashes = new long[0];
  }

  int size() {
    return size;
  }

  /// Their deltas, one for each.
  double[] deltas() {
    return deltas.clone();
  }

  /// Their deltas, rising.
  double[] sorted() {
    var sorted = deltas.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  String sha256(int picture) {
    return HexFormat.of().formatHex(digests, picture * DIGEST, (picture + 1) * DIGEST);
  }
}
