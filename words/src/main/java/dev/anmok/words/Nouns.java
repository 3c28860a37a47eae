package dev.anmok.words;

import dev.anmok.core.text.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Korean nouns that Nori's dictionary does not know or takes apart wrongly.
///
/// @param entries a noun each; where it is a compound, the noun, then its parts
record Nouns(List<List<String>> entries) {
  private static final String SHIPPED = "nouns.txt";

  Nouns {
    entries = entries.stream().map(List::copyOf).toList();
  }

  /// Those that ship, and those of the operator's files: one on a line, a compound with its parts
  /// behind it (`마라탕집 마라탕 집`).
  ///
  /// @throws IOException that names the file and line of what is wrong
  static Nouns read(List<Path> files) throws IOException {
    var entries = new ArrayList<>(parse(WordList.shipped(SHIPPED)));
    for (var file : files) {
      entries.addAll(parse(WordList.of(file)));
    }
    return new Nouns(entries);
  }

  String asNoriReadsThem() {
    return entries.stream().map(entry -> String.join(" ", entry)).collect(Collectors.joining("\n"));
  }

  private static List<List<String>> parse(WordList list) throws IOException {
    var entries = new ArrayList<List<String>>();
    for (var line : list.lines()) {
      var entry = List.of(PlainText.of(line.text()).split(" "));
      var parts = String.join("", entry.subList(1, entry.size()));
      if (entry.getFirst().length() > WordList.LONGEST) {
        throw list.error(line, "a noun has at most " + WordList.LONGEST + " characters");
      }
      if (entry.size() > 1 && !parts.equals(entry.getFirst())) {
        throw list.error(
            line, "the parts must make up the noun %s, not %s".formatted(entry.getFirst(), parts));
      }
      entries.add(entry);
    }
    return entries;
  }
}
