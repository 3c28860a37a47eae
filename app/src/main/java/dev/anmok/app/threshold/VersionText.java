package dev.anmok.app.threshold;

import dev.anmok.app.threshold.ThresholdVersion.Basis;
import dev.anmok.app.threshold.ThresholdVersion.Saved;
import dev.anmok.core.evaluate.Interval;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A saved version as a line for each of its parts, which is how the catalog keeps it.
final class VersionText {
  private VersionText() {}

  static String of(ThresholdVersion version) {
    var mark = version.mark();
    var basis = version.basis();
    return String.join(
        "\n",
        version.file(),
        mark.lens(),
        mark.space(),
        mark.pooling(),
        mark.prompts(),
        "" + version.value(),
        version.saved().at().toString(),
        version.saved().by(),
        version.saved().note(),
        basis.method(),
        basis.targetOrNull() == null ? "" : "" + basis.targetOrNull(),
        "" + basis.labels(),
        text(basis.precisionOrNull()),
        text(basis.recallOrNull()));
  }

  static ThresholdVersion parse(int number, String text) {
    var line = text.split("\n", -1);
    return new ThresholdVersion(
        number,
        line[0],
        new LensMark(line[1], line[2], line[3], line[4]),
        Double.parseDouble(line[5]),
        new Saved(Instant.parse(line[6]), line[7], line[8]),
        new Basis(
            line[9],
            line[10].isEmpty() ? null : Double.valueOf(line[10]),
            Integer.parseInt(line[11]),
            interval(line[12]),
            interval(line[13])));
  }

  private static String text(@Nullable Interval interval) {
    return interval == null ? "" : interval.value() + " " + interval.low() + " " + interval.high();
  }

  private static @Nullable Interval interval(String text) {
    if (text.isEmpty()) {
      return null;
    }
    var numbers =
        Arrays.stream(text.split(" ", -1)).map(Double::valueOf).collect(Collectors.toList());
    return new Interval(numbers.get(0), numbers.get(1), numbers.get(2));
  }
}
