package dev.anmok.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sentences in Korean with their English translations, from KorSTS (`korsts_en_ko_pairs.tsv`) and
/// Tatoeba (`tatoeba_en_ko.txt`).
record SentencePairs(List<Pair> pairs) {
  static SentencePairs read(Path folder) throws IOException {
    var pairs = new ArrayList<Pair>();
    for (var line : Files.readAllLines(folder.resolve("korsts_en_ko_pairs.tsv"))) {
      var columns = line.split("\t", -1);
      pairs.add(new Pair(columns[3], columns[4]));
    }
    for (var line : Files.readAllLines(folder.resolve("tatoeba_en_ko.txt"))) {
      var columns = line.split("\t", -1);
      pairs.add(new Pair(columns[1], columns[0]));
    }
    return new SentencePairs(pairs);
  }

  List<String> korean() {
    return pairs.stream().map(Pair::korean).distinct().toList();
  }

  List<String> english() {
    return pairs.stream().map(Pair::english).distinct().toList();
  }

  /// Deletes the folder of an index.
  static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  record Pair(String korean, String english) {}
}
