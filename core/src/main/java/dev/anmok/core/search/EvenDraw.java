package dev.anmok.core.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// Draws a sample from photos that pass once, in any order: those with the smallest digests. As a
/// digest says nothing of what a photo shows, the sample is an even one; it is the same for the
/// same photos, and changes little when few photos come or go. A photo that passes more than once
/// counts once.
///
/// @param <T> what is kept of a photo
public final class EvenDraw<T> {
  private final int size;
  private final Set<String> digests = new HashSet<>();
  private final PriorityQueue<Drawn<T>> drawn =
      new PriorityQueue<>(Comparator.comparing((Drawn<T> each) -> each.sha256).reversed());

  private record Drawn<T>(String sha256, T photo) {}

  /// @param size how many are drawn, at least 1
  public EvenDraw(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("size must be >= 1, was " + size);
    }
    this.size = size;
  }

  /// Lets a photo pass.
  ///
  /// @param sha256 digest of its bytes
  public void add(String sha256, T photo) {
    var last = drawn.peek();
    if (drawn.size() == size && last != null && sha256.compareTo(last.sha256) >= 0) {
      return;
    }
    if (digests.add(sha256)) {
      drawn.add(new Drawn<>(sha256, photo));
      if (drawn.size() > size) {
        digests.remove(drawn.remove().sha256);
      }
    }
  }

  /// The sample of what has passed, in order of digest.
  public List<T> drawn() {
    var sorted = new ArrayList<>(drawn);
    sorted.sort(Comparator.comparing(Drawn::sha256));
    return sorted.stream().map(Drawn::photo).toList();
  }
}
