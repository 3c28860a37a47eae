package dev.anmok.core.cluster;

import java.util.concurrent.atomic.AtomicIntegerArray;

/// Connected components of a graph whose edges come in any order and from any number of threads.
/// The root of a component is its first member. 4 bytes a member.
///
/// Source: Anderson and Woll, "Wait-free parallel algorithms for the union-find problem", STOC
/// 1991, linking by index.
final class Components {
  private final AtomicIntegerArray parents;

  Components(int members) {
    this.parents = new AtomicIntegerArray(members);
    for (int i = 0; i < members; i++) {
      parents.setPlain(i, i);
    }
  }

  /// The first member of the component, as far as edges are known.
  int first(int member) {
    int at = member;
    while (true) {
      int parent = parents.get(at);
      if (parent == at) {
        return at;
      }
      int beyond = parents.get(parent);
      if (beyond != parent) {
        parents.compareAndSet(at, parent, beyond);
      }
      at = parent;
    }
  }

  /// Whether two members are known to be connected; may be outdated if it says no.
  boolean joined(int a, int b) {
    return first(a) == first(b);
  }

  void join(int a, int b) {
    while (true) {
      int rootA = first(a);
      int rootB = first(b);
      if (rootA == rootB) {
        return;
      }
      int later = Math.max(rootA, rootB);
      if (parents.compareAndSet(later, later, Math.min(rootA, rootB))) {
        return;
      }
    }
  }

  /// A number a member, from 0 on in order of each component's first member.
  int[] numbers() {
    var numbers = new int[parents.length()];
    int next = 0;
    for (int i = 0; i < numbers.length; i++) {
      int first = first(i);
      numbers[i] = first == i ? next++ : numbers[first];
    }
    return numbers;
  }
}
