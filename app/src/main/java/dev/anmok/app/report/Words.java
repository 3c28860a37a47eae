package dev.anmok.app.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The words of the reports in every [Language], from `report_ko.properties` and
/// `report_en.properties`. In a phrase `{0}` stands for the first argument and `{0|photo|photos}`
/// for one of two forms, the first where that argument is 1. A report on photos that were chosen by
/// another method than the lens may word things otherwise: its phrase `useful.reason.kept.why` then
/// stands in place of `reason.kept.why`.
final class Words {
  private static final Pattern SLOT = Pattern.compile("\\{(\\d)(?:\\|([^|}]*)\\|([^}]*))?}");

  private final Map<Language, Map<String, String>> tables;

  private Words(Map<Language, Map<String, String>> tables) {
    this.tables = tables;
  }

  static Words load() {
    var tables = new EnumMap<Language, Map<String, String>>(Language.class);
    for (var language : Language.values()) {
      tables.put(language, table("report_" + language.tag() + ".properties"));
    }
    return new Words(tables);
  }

  /// The words for what a method chose; most methods have none of their own.
  static Words of(String method) {
    var words = load();
    words.tables.values().forEach(table -> reword(table, method + "."));
    return words;
  }

  private static void reword(Map<String, String> table, String own) {
    for (var entry : List.copyOf(table.entrySet())) {
      if (entry.getKey().startsWith(own)) {
        table.put(entry.getKey().substring(own.length()), entry.getValue());
      }
    }
  }

  Map<String, String> table(Language language) {
    return tables.getOrDefault(language, Map.of());
  }

  boolean knows(String key) {
    return table(Language.EN).containsKey(key);
  }

  /// The phrase in all languages, of which the page shows one.
  Html say(String key, Object... arguments) {
    return both(Html.tag("span"), key, arguments);
  }

  /// Like [#say], each language in its own copy of `shell`, for places where a span cannot stand.
  Html both(Html.Tag shell, String key, Object... arguments) {
    var copies = new ArrayList<Html>();
    for (var language : Language.values()) {
      copies.add(shell.with("lang", language.tag()).holding(fill(language, key, arguments)));
    }
    return Html.many(copies);
  }

  private List<Html> fill(Language language, String key, Object... arguments) {
    var phrase = table(language).get(key);
    if (phrase == null) {
      throw new IllegalArgumentException("no phrase " + key + " in " + language.tag());
    }
    var parts = new ArrayList<Html>();
    var slots = SLOT.matcher(phrase);
    int end = 0;
    while (slots.find()) {
      parts.add(Html.text(phrase.substring(end, slots.start())));
      var argument = arguments[Integer.parseInt(slots.group(1))];
      parts.add(
          slots.group(2) == null
              ? html(argument)
              : Html.text(form(slots.group(2), slots.group(3), argument)));
      end = slots.end();
    }
    parts.add(Html.text(phrase.substring(end)));
    return parts;
  }

  private static String form(String one, String many, Object argument) {
    return argument instanceof Number n && n.longValue() == 1 ? one : many;
  }

  private static Html html(Object argument) {
    return switch (argument) {
      case Html html -> html;
      case String text -> Html.text(text);
      case Number n -> Html.text(Numbers.count(n.longValue()));
      default ->
          throw new IllegalArgumentException(
              "argument must be Html, text or a whole number, was " + argument);
    };
  }

  private static Map<String, String> table(String resource) {
    var properties = new Properties();
    try (var in = Resources.open(resource);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var table = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(key -> table.put(key, properties.getProperty(key)));
    return table;
  }
}
