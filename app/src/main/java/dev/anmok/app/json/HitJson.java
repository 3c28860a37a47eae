package dev.anmok.app.json;

import dev.anmok.core.search.Hit;
import dev.anmok.core.search.ItemHit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a search found: `[{"image":…,"item":…,"title":…,"score":0.3127},…]`.
///
/// @param details whether items list their best photos
/// @param image how an answer calls a photo
public record HitJson(boolean details, Function<Hit, String> image) {
  /// Photos, best first.
  public List<Map<String, Object>> photos(List<Hit> hits) {
    return hits.stream().map(hit -> json(hit, hit.score())).toList();
  }

  /// Items, best first.
  public List<Map<String, Object>> items(List<ItemHit> hits) {
    return hits.stream().map(this::item).toList();
  }

  private Map<String, Object> item(ItemHit hit) {
    var json = json(hit.best(), hit.score());
    if (details) {
      json.put("photos", photos(hit.top()));
    }
    return json;
  }

  private Map<String, Object> json(Hit hit, float score) {
    var json = new LinkedHashMap<String, Object>();
    json.put("image", image.apply(hit));
    json.put("item", hit.item());
    json.put("title", hit.title());
    json.put("score", Math.round(score * 1e4) / 1e4);
    return json;
  }
}
