package dev.anmok.words;

import dev.anmok.core.text.Hangul;
import dev.anmok.core.text.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Terms of one meaning, in English and Korean. Spaces do not count: `카페인테리어` is `카페 인테리어`. The
/// lexicon that ships is read with the first look-up. Thread-safe.
final class Synonyms {
  /// Words that a term may have.
  static final int LONGEST = 5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final String SHIPPED = "lexicon.tsv";

  private final List<List<String>> own;
  private @Nullable Map<String, List<List<String>>> groups;

  private Synonyms(List<List<String>> own) {
    this.own = own;
  }

  /// Those that ship, and those of the operator's files, which come first.
  ///
  /// @throws IOException that names the file and line of what is wrong
  static Synonyms read(List<Path> files) throws IOException {
    var own = new ArrayList<List<String>>();
    for (var file : files) {
      var list = WordList.of(file);
      for (var line : list.lines()) {
        own.add(terms(list, line));
      }
    }
    return new Synonyms(own);
  }

  /// The other terms of what some neighbouring words mean, best known first.
  List<String> of(List<Word> words) {
    var key = key(words);
    var found = new LinkedHashSet<String>();
    groups().getOrDefault(key, List.of()).forEach(found::addAll);
    found.removeIf(term -> key(term).equals(key));
    return List.copyOf(found);
  }

  private static List<String> terms(WordList list, WordList.Line line) throws IOException {
    var terms = Arrays.stream(line.text().split(",", -1)).map(PlainText::of).toList();
    if (terms.size() < 2) {
      throw list.error(line, "expected terms separated by commas, such as: 필카, film camera");
    }
    for (var term : terms) {
      if (term.isEmpty() || term.length() > WordList.LONGEST) {
        throw list.error(
            line, "a term has 1 to " + WordList.LONGEST + " characters, not: '" + term + "'");
      }
      if (term.split(" ").length > LONGEST) {
        throw list.error(line, "a term has at most " + LONGEST + " words, not: " + term);
      }
    }
    return terms;
  }

  private synchronized Map<String, List<List<String>>> groups() {
    if (groups == null) {
      var map = new HashMap<String, List<List<String>>>();
      own.forEach(group -> add(map, group));
      for (var line : WordList.shipped(SHIPPED).lines()) {
        var columns = line.text().split("\t", -1);
        var group = new ArrayList<String>();
        group.add(PlainText.of(columns[0]));
        Arrays.stream(columns[1].split("\\|")).map(PlainText::of).forEach(group::add);
        add(map, List.copyOf(group));
      }
      groups = map;
    }
    return groups;
  }

  private static void add(Map<String, List<List<String>>> map, List<String> group) {
    for (var key : group.stream().map(Synonyms::key).collect(Collectors.toSet())) {
      map.computeIfAbsent(key, _ -> new ArrayList<>()).add(group);
    }
  }

  /// Words as they are written, particles off the last one, English words as their stems.
  private static String key(List<Word> words) {
    var key = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      key.append(
          switch (word.kind()) {
            case LATIN -> word.terms().getFirst();
            case HANGUL -> i < words.size() - 1 ? word.written() : word.form();
            case NUMBER, INITIALS, OTHER -> word.written();
          });
    }
    return key.toString();
  }

  private static String key(String term) {
    var key = new StringBuilder();
    var words = WORD.matcher(term);
    while (words.find()) {
      var word = words.group();
      key.append(isKorean(word) ? word : EnglishStem.of(word));
    }
    return key.toString();
  }

  /// Whether a term has words of Hangul.
  static boolean isKorean(String term) {
    return term.codePoints().anyMatch(Hangul::isSyllable);
  }
}
