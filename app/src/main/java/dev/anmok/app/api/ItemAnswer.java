package dev.anmok.app.api;

import dev.anmok.app.json.DecisionJson;
import dev.anmok.app.json.Tree;
import dev.anmok.core.curate.HandChoice;
import dev.anmok.core.curate.ItemDecision;
import dev.anmok.core.curate.PhotoDecision;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.pipeline.PlacedPhoto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How answers show an item with what was decided about its photos.
///
/// @param names how photos are called
record ItemAnswer(PhotoNames names) {
  /// The item with its chosen photos.
  Map<String, Object> plain(ItemPhotos item, ItemDecision decision) {
    return json(item).plain(item.item(), decision);
  }

  /// The item with every photo, its scores and reason, and with what people chose.
  Map<String, Object> detailed(
      ItemPhotos item, ItemDecision decision, Optional<HandChoice> choice) {
    var json = json(item).detailed(item.item(), decision);
    json.put("choice", json(choice));
    return json;
  }

  private DecisionJson json(ItemPhotos item) {
    var digests =
        item.photos().stream()
            .collect(Collectors.toMap(PlacedPhoto::uri, placed -> placed.photo().sha256()));
    return new DecisionJson(
        (PhotoDecision photo) -> {
          var sha256 = digests.get(photo.uri());
          return sha256 == null ? photo.uri() : names.name(photo.uri(), sha256);
        },
        photo -> digests.getOrDefault(photo.uri(), ""));
  }

  /// What people chose; version 0 if they did not.
  static Map<String, Object> json(Optional<HandChoice> choice) {
    var json =
        Tree.of("version", choice.map(HandChoice::version).orElse(0L))
            .and("pinned", choice.map(HandChoice::pinned).orElse(List.of()))
            .and("banned", choice.map(HandChoice::banned).orElse(List.of()));
    choice.ifPresent(made -> json.and("who", made.who()).and("when", made.at().toString()));
    return json.map();
  }
}
