package dev.anmok.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private final Bins bins = Bins.covering(new Range(0, 4), 4);

  @Test
  void barsRiseFromTheAxisToTheirCounts() throws IOException {
    // The plot spans 58..500 and 274..40 pixels; its top is 1.05 · 4 photos.
    for (double value : new double[] {0.5, 2.1, 2.2, 2.3, 2.4}) {
      bins.add(value);
    }

    assertThat(drawn()).contains("M58 274V218.3H168.5V274M279 274V51.1H389.5V274");
  }

  @Test
  void noTickIsHalfAPhoto() throws IOException {
    bins.add(1);

    assertThat(drawn()).contains(">1</text>").doesNotContain(">0.5</text>");
  }

  private String drawn() throws IOException {
    var out = new StringBuilder();
    var plot =
        Histogram.plot(Frame.LARGE, Words.load(), List.of(new Histogram.Series("delta", bins)));
    new HtmlWriter(out).write(plot.draw("id", "axis.delta", "axis.photos"));
    return out.toString();
  }
}
