package dev.anmok.app.album;

import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.curate.AlbumPhoto;
import java.util.Comparator;

/// A photo that may be listed, with its score. Ordered best first, equal ones by URI.
record Highlight(AlbumPhoto photo, double raw) implements Comparable<Highlight> {
  private static final Comparator<Highlight> BEST_FIRST =
      Comparator.comparingDouble(Highlight::raw)
          .reversed()
          .thenComparing(highlight -> highlight.photo().uri());

  @Override
  public int compareTo(Highlight other) {
    return BEST_FIRST.compare(this, other);
  }

  boolean near(Highlight other, NearRule rule) {
    return rule.near(
        photo.measures().perceptualHash(),
        photo.embedding(),
        other.photo.measures().perceptualHash(),
        other.photo.embedding());
  }
}
