package dev.anmok.app.json;

import dev.anmok.core.curate.ItemDecision;
import dev.anmok.core.curate.PhotoDecision;
import dev.anmok.core.curate.Usefulness;
import dev.anmok.core.pipeline.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The representatives of an item: `{"item":…,"title":…,"images":["<uri>",…]}`.
///
/// @param image how an answer calls a photo
/// @param id a photo's digest; empty where it is not said
public record DecisionJson(
    Function<PhotoDecision, String> image, Function<PhotoDecision, String> id) {
  /// Photos named by their URIs.
  public static final DecisionJson BY_URI = new DecisionJson(PhotoDecision::uri, photo -> "");

  /// The item with its chosen photos, best first.
  public Map<String, Object> plain(Item item, ItemDecision decision) {
    var json = new LinkedHashMap<String, Object>();
    json.put("item", item.id());
    json.put("title", item.title());
    json.put("images", decision.representatives().stream().map(image).toList());
    return json;
  }

  /// The same with every photo, its scores and reason.
  public Map<String, Object> detailed(Item item, ItemDecision decision) {
    var json = plain(item, decision);
    json.put("kept", decision.kept());
    json.put("reason", decision.reason().code());
    json.put("detail", decision.detail());
    json.put("share_above_zero", decision.mood().shareAboveZero());
    json.put("mean_delta", finite(decision.mood().meanDelta()));
    json.put("photos", photos(decision));
    return json;
  }

  private List<Map<String, Object>> photos(ItemDecision decision) {
    return decision.photos().stream().map(this::detailed).toList();
  }

  private Map<String, Object> detailed(PhotoDecision photo) {
    var json = new LinkedHashMap<String, Object>();
    json.put("image", image.apply(photo));
    var digest = id.apply(photo);
    if (!digest.isEmpty()) {
      json.put("id", digest);
    }
    json.put("rank", photo.rank());
    json.put("reason", photo.reason().code());
    json.put("detail", photo.detail());
    photo
        .score()
        .ifPresent(score -> {
          json.put("positive", score.positive());
          json.put("negative", score.negative());
          json.put("delta", score.delta());
        });
    photo.useful().ifPresent(useful -> json.put("useful", json(useful)));
    return json;
  }

  private static Map<String, Object> json(Usefulness useful) {
    var json = new LinkedHashMap<String, Object>();
    json.put("score", useful.score());
    json.put("clear", useful.clear());
    json.put("product", useful.product());
    json.put("exposed", useful.exposed());
    json.put("size", useful.size());
    return json;
  }

  /// JSON has no NaN.
  private static Object finite(double value) {
    return Double.isNaN(value) ? "" : value;
  }
}
