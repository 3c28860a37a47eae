package dev.anmok.core.quality;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One number that bears on whether a picture is blurred. A new one needs another
/// [Detail#DEFINITION].
public enum BlurMeasure {
  /// Standard deviation of the Laplacian as 8-bit pictures hold it.
  LAPLACIAN_STD_8BIT;

  private static final Map<String, BlurMeasure> BY_CODE =
      Stream.of(values()).collect(Collectors.toMap(BlurMeasure::code, Function.identity()));

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The measure of a code, if there is one.
  public static Optional<BlurMeasure> parse(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
