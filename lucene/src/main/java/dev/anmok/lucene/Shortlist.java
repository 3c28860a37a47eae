package dev.anmok.lucene;

import java.util.Arrays;

/// Documents that may be among the best `k`, judged by a lower and an upper bound of each one's
/// score. A document is out as soon as `k` others are certain to score more than it can.
final class Shortlist {
  private static final int FIRST_CAPACITY = 256;

  /// The greatest lower bounds seen, at most `k`, as a heap with the smallest on top.
  private final float[] floors;

  private int filled;
  private int[] documents = new int[FIRST_CAPACITY];
  private float[] uppers = new float[FIRST_CAPACITY];
  private int size;

  Shortlist(int k) {
    this.floors = new float[k];
  }

  /// What an upper bound must reach to matter.
  float floor() {
    return filled < floors.length ? Float.NEGATIVE_INFINITY : floors[0];
  }

  void offer(int document, float lower, float upper) {
    if (upper < floor()) {
      return;
    }
    if (size == documents.length) {
      documents = Arrays.copyOf(documents, 2 * size);
      uppers = Arrays.copyOf(uppers, 2 * size);
    }
    documents[size] = document;
    uppers[size++] = upper;
    if (filled < floors.length) {
      rise(filled++, lower);
    } else if (lower > floors[0]) {
      sink(lower);
    }
  }

  /// The documents that were not ruled out, in the order offered.
  int[] documents() {
    var left = new int[size];
    int n = 0;
    for (int i = 0; i < size; i++) {
      if (uppers[i] >= floor()) {
        left[n++] = documents[i];
      }
    }
    return Arrays.copyOf(left, n);
  }

  private void rise(int at, float value) {
    int i = at;
    while (i > 0 && floors[(i - 1) / 2] > value) {
      floors[i] = floors[(i - 1) / 2];
      i = (i - 1) / 2;
    }
    floors[i] = value;
  }

  private void sink(float value) {
    int i = 0;
    while (2 * i + 1 < floors.length) {
      int child = 2 * i + 1;
      if (child + 1 < floors.length && floors[child + 1] < floors[child]) {
        child++;
      }
      if (floors[child] >= value) {
        break;
      }
      floors[i] = floors[child];
      i = child;
    }
    floors[i] = value;
  }
}
