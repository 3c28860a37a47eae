package dev.anmok.app.workspace;

import dev.anmok.core.search.MatchModel;
import dev.anmok.core.search.MatchScale;
import dev.anmok.core.search.QueryKind;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What scores are worth in a space: for each kind of query the constants that `tune match --save`
/// stored in the workspace, else those that came with the model pack.
public final class MatchScales {
  private static final Calibrations.Key KEY = new Calibrations.Key("match", "logistic", "none");

  private MatchScales() {}

  /// The scale of a pack's space.
  public static MatchScale find(Calibrations calibrations) throws IOException {
    var models = new EnumMap<QueryKind, MatchModel>(QueryKind.class);
    var origins = new EnumMap<QueryKind, String>(QueryKind.class);
    for (var found : List.of(calibrations.shipped(KEY), calibrations.tuned(KEY))) {
      found.ifPresent(numbers -> add(numbers, models, origins));
    }
    return models.isEmpty() ? MatchScale.uncalibrated() : new MatchScale(models, words(origins));
  }

  /// The later ones win.
  private static void add(
      Calibrations.Found found, Map<QueryKind, MatchModel> models, Map<QueryKind, String> origins) {
    for (var kind : QueryKind.values()) {
      MatchModel.of(of(kind, found.values()))
          .ifPresent(model -> {
            models.put(kind, model);
            origins.put(kind, found.origin());
          });
    }
  }

  private static String words(Map<QueryKind, String> origins) {
    return origins.entrySet().stream()
        .map(each -> each.getKey().code() + ": " + each.getValue())
        .collect(Collectors.joining("; "));
  }

  /// Stores models in the workspace, which must be open for writing; kinds that are not among them
  /// keep what they had there.
  public static void save(Calibrations calibrations, Map<QueryKind, MatchModel> models)
      throws IOException {
    var values = new LinkedHashMap<String, Double>();
    calibrations.tuned(KEY).ifPresent(tuned -> values.putAll(tuned.values()));
    models.forEach((kind, model) -> values.putAll(named(kind, model)));
    calibrations.save(KEY, values);
  }

  /// A model's numbers as a calibration names them, for example `words.cosine`.
  public static Map<String, Double> named(QueryKind kind, MatchModel model) {
    var named = new LinkedHashMap<String, Double>();
    model.values().forEach((name, value) -> named.put(kind.code() + "." + name, value));
    return named;
  }

  private static Map<String, Double> of(QueryKind kind, Map<String, Double> values) {
    var own = new LinkedHashMap<String, Double>();
    var prefix = kind.code() + ".";
    values.forEach((name, value) -> {
      if (name.startsWith(prefix)) {
        own.put(name.substring(prefix.length()), value);
      }
    });
    return own;
  }
}
