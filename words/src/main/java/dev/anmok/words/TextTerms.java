package dev.anmok.words;

import dev.anmok.core.search.TextRole;
import dev.anmok.core.text.Hangul;
import dev.anmok.words.Word.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The terms of the texts of a photo: how much each counts, and where it stands.
public final class TextTerms {
  /// Initial consonants that a query may consist of; more of them find no less.
  static final int MOST_INITIALS = 12;

  /// Neighbours that are found written as one.
  static final int MOST_JOINED = 3;

  private static final int FEWEST_INITIALS = 2;

  /// Short texts, in which neighbours are also found written as one and by their initials.
  private static final Set<TextRole> NAMES =
      EnumSet.of(TextRole.TITLE, TextRole.ALIAS, TextRole.TAGS);

  private TextTerms() {}

  /// Takes the texts of a photo apart.
  public static TextTerms of(Map<TextRole, String> texts, Vocabulary vocabulary)
      throws IOException {
    var terms = new TextTerms();
    for (var role : TextRole.values()) {
      terms.add(role, vocabulary.analysis().words(texts.getOrDefault(role, "")));
    }
    return terms;
  }

  /// A term of a text.
  ///
  /// @param term with its mark, if it is a form or initials
  /// @param next whether it stands behind the one before, else in the same place
  public record Placed(String term, boolean next) {}

  private final Map<String, Integer> words = new LinkedHashMap<>();
  private final Map<String, Integer> forms = new LinkedHashMap<>();
  private final Map<String, Integer> initials = new LinkedHashMap<>();
  private final Map<TextRole, List<Placed>> placed = new EnumMap<>(TextRole.class);

  /// Terms of words with how often they count.
  public Map<String, Integer> words() {
    return words;
  }

  /// Forms with how often they count.
  public Map<String, Integer> forms() {
    return forms;
  }

  /// Initial consonants with how often they count.
  public Map<String, Integer> initials() {
    return initials;
  }

  /// The terms of each role in their order; roles without words are left out.
  public Map<TextRole, List<Placed>> placed() {
    return placed;
  }

  private void add(TextRole role, List<Word> text) {
    int weight = TermFields.weight(role);
    var places = new ArrayList<Placed>();
    for (int i = 0; i < text.size(); i++) {
      var word = text.get(i);
      for (var term : word.terms()) {
        words.merge(term, weight, Integer::sum);
        places.add(new Placed(term, true));
      }
      for (var form : forms(role, text, i)) {
        forms.merge(form, weight, Integer::sum);
        places.add(new Placed(TermFields.FORM_MARK + form, false));
      }
      for (var start : NAMES.contains(role) ? initials(text, i) : Set.<String>of()) {
        initials.merge(start, weight, Integer::sum);
        places.add(new Placed(TermFields.INITIALS_MARK + start, false));
      }
    }
    if (!places.isEmpty()) {
      placed.put(role, places);
    }
  }

  private static Set<String> forms(TextRole role, List<Word> text, int at) {
    var forms = new HashSet<String>();
    var word = text.get(at);
    forms.add(TermFields.form(word.form()));
    if (NAMES.contains(role)) {
      var joined = new StringBuilder(word.form());
      for (int i = at + 1;
          i < Math.min(at + MOST_JOINED, text.size()) && text.get(i - 1).open();
          i++) {
        if (text.get(i).kind() != word.kind()) {
          break;
        }
        joined.append(text.get(i).form());
        forms.add(TermFields.form(joined.toString()));
      }
    }
    return forms;
  }

  /// The beginnings of the initials of the text from a word on, of two consonants and more.
  private static Set<String> initials(List<Word> text, int at) {
    var starts = new HashSet<String>();
    if (text.get(at).kind() == Kind.HANGUL) {
      var all = new StringBuilder();
      for (int i = at; i < text.size() && all.length() < MOST_INITIALS; i++) {
        all.append(Hangul.initials(text.get(i).written()));
      }
      for (int n = FEWEST_INITIALS; n <= Math.min(MOST_INITIALS, all.length()); n++) {
        starts.add(all.substring(0, n));
      }
    }
    return starts;
  }
}
