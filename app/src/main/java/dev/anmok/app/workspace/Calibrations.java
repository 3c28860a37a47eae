package dev.anmok.app.workspace;

import dev.anmok.core.pipeline.Catalog;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Numbers that belong to a lens, its way of scoring, its prompts and a space: those that `tune
/// --save` stored in the workspace, else those that came with the model pack.
///
/// @param catalogOrNull where tuned numbers are kept; null where there is no workspace
/// @param pack the model, whose space the numbers must belong to
public record Calibrations(@Nullable Catalog catalogOrNull, ModelPack pack) {
  /// The lens that numbers are valid for.
  ///
  /// @param lens its name
  /// @param pooling its way of scoring, in its own word
  /// @param prompts digest of its prompts
  public record Key(String lens, String pooling, String prompts) {}

  /// Numbers and where they came from.
  ///
  /// @param values the numbers by name
  /// @param origin in plain words
  public record Found(Map<String, Double> values, String origin) {}

  /// The numbers for a lens, if there are any.
  public Optional<Found> find(Key key) throws IOException {
    var tuned = tuned(key);
    return tuned.isPresent() ? tuned : shipped(key);
  }

  /// The numbers that the workspace has for a lens.
  public Optional<Found> tuned(Key key) throws IOException {
    return catalogOrNull == null
        ? Optional.empty()
        : catalogOrNull
            .setting(setting(key))
            .map(numbers -> new Found(parse(numbers), "tuned on this workspace"));
  }

  /// The numbers that came with the model pack.
  public Optional<Found> shipped(Key key) {
    return pack.calibration(key.lens())
        .filter(shipped -> shipped.pooling().equals(key.pooling()))
        .filter(shipped -> shipped.prompts().equals(key.prompts()))
        .map(shipped -> new Found(shipped.values(), "shipped with " + pack.id()));
  }

  /// Stores tuned numbers in the workspace, which must be open for writing.
  public void save(Key key, Map<String, Double> values) throws IOException {
    if (catalogOrNull == null) {
      throw new IllegalStateException("there is no workspace to store the numbers in");
    }
    catalogOrNull.set(
        setting(key),
        values.entrySet().stream()
            .map(value -> value.getKey() + "=" + value.getValue())
            .collect(Collectors.joining("\n")));
  }

  private String setting(Key key) {
    return String.join(
        "/", "calibration", key.lens(), pack.space().id(), key.pooling(), key.prompts());
  }

  private static Map<String, Double> parse(String text) {
    var values = new LinkedHashMap<String, Double>();
    text.lines()
        .forEach(line -> {
          int equals = line.indexOf('=');
          values.put(line.substring(0, equals), Double.parseDouble(line.substring(equals + 1)));
        });
    return values;
  }
}
