package dev.anmok.core.classify;

import dev.anmok.core.embed.VectorSpace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A classifier at a temperature.
///
/// @param one closed with it
/// @param temperature applied to each answer
public record Calibrated(Classifier one, Temperature temperature) implements Classifier {
  @Override
  public String id() {
    return one.id() + String.format(Locale.ROOT, "-t%.4f", temperature.value());
  }

  @Override
  public List<String> labels() {
    return one.labels();
  }

  @Override
  public boolean seesPixels() {
    return one.seesPixels();
  }

  @Override
  public Optional<VectorSpace> space() {
    return one.space();
  }

  @Override
  public List<double[]> probabilities(List<Sight> sights) {
    return one.probabilities(sights).stream().map(temperature::apply).toList();
  }

  @Override
  public void close() {
    one.close();
  }
}
