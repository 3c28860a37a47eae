package dev.anmok.app.workspace;

import dev.anmok.app.profile.SearchChoice;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.filter.ListText;
import dev.anmok.core.filter.Typed;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.TextRole;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an index holds of an item, read from the manifest's columns as the profile says.
///
/// @param title what people call it
/// @param texts what can be found by words
/// @param typed what can be filtered by, and what could not be read
public record ItemFacts(String title, Map<TextRole, String> texts, Typed typed) {
  public ItemFacts {
    texts = Map.copyOf(texts);
  }

  static ItemFacts of(Item item, SearchChoice choice) {
    return new ItemFacts(item.title(), texts(item, choice), typed(item, choice));
  }

  /// What an index holds of a photo.
  ///
  /// @param item id of its item, empty if it belongs to none
  /// @param facts its item's; null if there is no such item
  static IndexedPhoto entry(
      String uri,
      String sha256,
      String item,
      @Nullable ItemFacts facts,
      boolean representative,
      Embedding embedding) {
    return facts == null
        ? new IndexedPhoto(uri, sha256, "", "", representative, embedding)
        : new IndexedPhoto(
            uri,
            sha256,
            item,
            facts.title(),
            representative,
            embedding,
            facts.texts(),
            facts.typed().metadata());
  }

  /// The values of an item's fields, and what is no value of its field.
  public static Typed typed(Item item, SearchChoice choice) {
    var columns = new LinkedHashMap<String, String>();
    for (var field : choice.fields()) {
      var text = item.metadata().get(field.column());
      if (text != null) {
        columns.put(field.field().name(), text);
      }
    }
    return Typed.of(choice.schema(), columns);
  }

  /// Columns of one role stand on lines of their own.
  private static Map<TextRole, String> texts(Item item, SearchChoice choice) {
    var texts = new EnumMap<TextRole, String>(TextRole.class);
    if (!item.title().isEmpty()) {
      texts.put(TextRole.TITLE, item.title());
    }
    choice
        .texts()
        .forEach((column, role) -> {
          var text = ListText.plain(item.metadata().getOrDefault(column, ""));
          if (!text.isBlank()) {
            texts.merge(role, text, (before, more) -> before + "\n" + more);
          }
        });
    return texts;
  }
}
