package dev.anmok.spark.global;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/// The values of each key of pairs that come in order of key, one key at a time.
///
/// @param <K> key
/// @param <V> value
final class Runs<K, V> implements Iterator<Runs.Run<K, V>> {
  private final Iterator<Tuple2<K, V>> pairs;
  private @Nullable Tuple2<K, V> ahead;

  Runs(Iterator<Tuple2<K, V>> pairs) {
    this.pairs = pairs;
    this.ahead = pairs.hasNext() ? pairs.next() : null;
  }

  /// A key with all its values.
  record Run<K, V>(K key, List<V> values) {}

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public Run<K, V> next() {
    var first = ahead;
    if (first == null) {
      throw new NoSuchElementException();
    }
    var values = new ArrayList<V>();
    for (var pair = first; pair != null && pair._1.equals(first._1); pair = ahead) {
      values.add(pair._2);
      ahead = pairs.hasNext() ? pairs.next() : null;
    }
    return new Run<>(first._1, values);
  }
}
