package dev.anmok.words;

import java.util.List;

/// Neighbouring words of a query that belong together, and what else they may be found by.
///
/// @param words one or more
/// @param together what stands for all of them; empty for a word alone
public record Asked(List<One> words, List<Alternative> together) {
  public Asked {
    words = List.copyOf(words);
    together = List.copyOf(together);
  }

  /// The words as they were asked for.
  public String text() {
    return String.join(" ", words.stream().map(One::text).toList());
  }

  /// What finding all of it is worth.
  public double weight() {
    return words.stream().mapToDouble(One::weight).sum();
  }

  /// A word of a query.
  ///
  /// @param text as it was asked for
  /// @param weight how telling it is: the sum of its terms' inverse document frequencies
  /// @param alternatives what it may be found by, the word itself first
  public record One(String text, double weight, List<Alternative> alternatives) {
    public One {
      alternatives = List.copyOf(alternatives);
    }
  }
}
