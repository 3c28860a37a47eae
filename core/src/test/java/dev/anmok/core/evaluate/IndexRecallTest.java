package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.MemoryIndex;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexRecallTest {
  private final List<IndexedPhoto> photos =
      new ArrayList<>(new SamplePhotos(SamplePhotos.SPACE, 3).photos(60));
  private final MemoryIndex index = new MemoryIndex(photos);

  @Test
  void aModeThatMissesOneOfTenHitsHasARecallOfNineTenths() throws IOException {
    var figures =
        IndexRecall.measure(
            index, photos.stream().map(IndexedPhoto::embedding).toList(), 20, 10, Scope.ALL, 1);

    assertThat(figures.size()).isEqualTo(60);
    assertThat(figures.queries()).isEqualTo(20);
    assertThat(figures.modes())
        .extracting(IndexRecall.ModeFigures::mode)
        .containsExactly(Mode.values());
    assertThat(figures.of(Mode.EXACT).recall()).isEqualTo(new Proportion(200, 200));
    assertThat(figures.of(Mode.AUTO).recall()).isEqualTo(new Proportion(200, 200));
    assertThat(figures.of(Mode.APPROXIMATE).recall()).isEqualTo(new Proportion(180, 200));
    assertThat(figures.of(Mode.AUTO).latency().p50Millis()).isPositive();
  }

  @Test
  void aSmallPoolIsUsedWhole() throws IOException {
    var pool = List.of(photos.getFirst().embedding());

    assertThat(IndexRecall.measure(index, pool, 100, 5, Scope.ALL, 1).queries()).isEqualTo(1);
  }

  @Test
  void withoutQueriesNothingCanBeMeasured() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IndexRecall.measure(index, List.of(), 100, 5, Scope.ALL, 1));
  }

  @Test
  void theWilsonIntervalMatchesPublishedValues() {
    // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 and 15 of 148 and 0 of 20.
    assertThat(new Proportion(81, 263).low()).isCloseTo(0.2553, within(5e-5));
    assertThat(new Proportion(81, 263).high()).isCloseTo(0.3662, within(5e-5));
    assertThat(new Proportion(15, 148).low()).isCloseTo(0.0624, within(5e-5));
    assertThat(new Proportion(15, 148).high()).isCloseTo(0.1605, within(5e-5));
    assertThat(new Proportion(0, 20).low()).isZero();
    assertThat(new Proportion(0, 20).high()).isCloseTo(0.1611, within(5e-5));
  }

  @Test
  void percentilesAreTakenByNearestRank() {
    var nanos = new long[100];
    for (int i = 0; i < 100; i++) {
      nanos[i] = (100 - i) * 1_000_000L;
    }
    assertThat(Latency.of(nanos)).isEqualTo(new Latency(50, 95, 99));
  }
}
