package dev.anmok.core.curate;

import dev.anmok.core.score.PairsLens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a photo's quality is judged by, and when it is low.
///
/// @param lensOrNull pairs of prompts; null where prompts are switched off
/// @param promptThresholds smallest score of a pair by its name, where the rule itself sets one;
///   else they belong to the model
/// @param pixels threshold of each pixel measure that takes part
/// @param weights of criteria by name; 1 where nothing is said
/// @param faults when failed criteria make a photo one of low quality
public record LowQualityRule(
    @Nullable PairsLens lensOrNull,
    Map<String, Double> promptThresholds,
    Map<PixelMeasure, Double> pixels,
    Map<String, Double> weights,
    FaultRule faults) {
  public LowQualityRule {
    promptThresholds = Map.copyOf(promptThresholds);
    pixels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pixels));
    weights = Map.copyOf(weights);
    var pixelNames =
        Stream.of(PixelMeasure.values()).map(PixelMeasure::code).collect(Collectors.toSet());
    var pairs = lensOrNull == null ? List.<String>of() : names(lensOrNull);
    for (var pair : pairs) {
      if (pixelNames.contains(pair)) {
        throw new IllegalArgumentException(
            "a pair must not be called '" + pair + "': that is a pixel measure");
      }
    }
    for (var name : promptThresholds.keySet()) {
      if (!pairs.contains(name)) {
        throw new IllegalArgumentException(
            "there is no pair '" + name + "' to set a threshold for");
      }
    }
    for (var weight : weights.entrySet()) {
      if (!pairs.contains(weight.getKey()) && !pixelNames.contains(weight.getKey())) {
        throw new IllegalArgumentException(
            "there is no criterion '" + weight.getKey() + "' to weigh");
      }
      if (!(weight.getValue() >= 0) || !Double.isFinite(weight.getValue())) {
        throw new IllegalArgumentException(
            "the weight of '" + weight.getKey() + "' must be >= 0, was " + weight.getValue());
      }
    }
  }

  private static List<String> names(PairsLens lens) {
    return lens.pairs().stream().map(pair -> pair.name()).toList();
  }

  public Optional<PairsLens> lens() {
    return Optional.ofNullable(lensOrNull);
  }

  /// What failing a criterion counts.
  public double weight(String criterion) {
    return weights.getOrDefault(criterion, 1.0);
  }
}
