package dev.anmok.core.curate;

import dev.anmok.core.cluster.ExactCosine;
import dev.anmok.core.cluster.HashBands;
import dev.anmok.core.cluster.KeeperGroups;
import dev.anmok.core.cluster.VectorRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Finds the keepers that a photo may be a copy of by its digests and its perceptual hash, without
/// going through all photos.
final class Copies implements KeeperGroups.Candidates {
  private final List<PhotoLook> looks;
  private final int[] order;
  private final ExactCosine cosines;
  private final @Nullable HashBands bands;
  private final Map<Fingerprint, Integer> digests = new HashMap<>();

  /// Looks for copies.
  ///
  /// @param order for each place the photo that comes there
  /// @param ordered vectors by place
  /// @param maxHashBits differing bits of near copies; -1 for none but the same files and pixels
  Copies(List<PhotoLook> looks, int[] order, VectorRows ordered, int maxHashBits) {
    this.looks = looks;
    this.order = order;
    this.cosines = new ExactCosine(ordered);
    this.bands = maxHashBits < 0 ? null : new HashBands(order.length, maxHashBits);
  }

  @Override
  public void find(int place, IntConsumer found) {
    var look = looks.get(order[place]);
    tell(look.bytes(), found);
    if (look.pixelsOrNull() != null) {
      tell(look.pixelsOrNull(), found);
    }
    if (bands != null) {
      bands.near(look.measures().perceptualHash(), found);
    }
  }

  private void tell(Fingerprint digest, IntConsumer found) {
    var keeper = digests.get(digest);
    if (keeper != null) {
      found.accept(keeper);
    }
  }

  @Override
  public void keep(int place) {
    var look = looks.get(order[place]);
    digests.putIfAbsent(look.bytes(), place);
    if (look.pixelsOrNull() != null) {
      digests.putIfAbsent(look.pixelsOrNull(), place);
    }
    if (bands != null) {
      bands.add(look.measures().perceptualHash(), place);
    }
  }

  @Override
  public double cosine(int a, int b) {
    return cosines.of(a, b);
  }
}
