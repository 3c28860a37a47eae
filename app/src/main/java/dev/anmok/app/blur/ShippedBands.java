package dev.anmok.app.blur;

import dev.anmok.app.json.StrictJson;
import dev.anmok.core.quality.BlurBand;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The bands that came with the program, for the methods that are not models of their own.
///
/// @param definition `Detail.DEFINITION` of the measures that they were found for
/// @param from how they were found
/// @param bands by the method's name
record ShippedBands(String definition, String from, Map<String, Band> bands) {
  private static final String RESOURCE = "/blur/bands.json";

  record Band(double sharpUpTo, double blurryOver) {}

  static ShippedBands load() throws IOException {
    try (var in = ShippedBands.class.getResourceAsStream(RESOURCE)) {
      var text = Objects.requireNonNull(in, RESOURCE).readAllBytes();
      return StrictJson.read("the shipped blur bands", text, ShippedBands.class, "list of bands");
    }
  }

  Optional<BlurBand> find(String name) {
    return Optional.ofNullable(bands.get(name))
        .map(band -> new BlurBand(band.sharpUpTo(), band.blurryOver()));
  }
}
