package dev.anmok.app.report;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The first `limit` under an order of everything offered, in memory bounded by `limit`.
final class Best<T> {
  private final int limit;
  private final Comparator<? super T> order;
  private final PriorityQueue<T> queue;

  Best(int limit, Comparator<? super T> order) {
    this.limit = limit;
    this.order = order;
    this.queue = new PriorityQueue<>(order.reversed());
  }

  void offer(T value) {
    if (queue.size() < limit) {
      queue.add(value);
    } else if (limit > 0 && order.compare(value, queue.element()) < 0) {
      queue.remove();
      queue.add(value);
    }
  }

  /// In order.
  List<T> list() {
    return queue.stream().sorted(order).toList();
  }
}
