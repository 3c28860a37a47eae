package dev.anmok.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final SamplePhotos samples = new SamplePhotos(SamplePhotos.SPACE, 3);

  @Test
  void sampleIsTheSameInWhateverOrderPhotosPass() {
    var photos = samples.photos(500);
    var shuffled = new ArrayList<>(photos);
    Collections.shuffle(shuffled, new Random(5));

    assertThat(draw(shuffled, 40).rows()).isEqualTo(draw(photos, 40).rows());
    assertThat(draw(photos, 40).size()).isEqualTo(40);
    assertThat(draw(photos, 40).collection()).isEqualTo(500);
  }

  @Test
  void keepsTheSmallestDigestsEachOnce() {
    var photos = samples.photos(10);
    var twice = new ArrayList<>(photos);
    twice.addAll(photos);

    // digests of these photos are their numbers
    assertThat(draw(twice.reversed(), 3).rows()).isEqualTo(draw(photos.subList(0, 3), 3).rows());
  }

  @Test
  void tellsMeanAndDeviationOfTheCosines() {
    var photos = samples.photos(2_000);
    var query = samples.vector();
    var spread = draw(photos, 2_000).of(query);
    double sum = 0;
    double squares = 0;
    for (var photo : photos) {
      double cosine = 0;
      for (int i = 0; i < 24; i++) {
        cosine += (double) query.toArray()[i] * photo.embedding().toArray()[i];
      }
      sum += cosine;
      squares += cosine * cosine;
    }
    double mean = sum / 2_000;

    assertThat(spread.mean()).isCloseTo(mean, within(1e-4));
    assertThat(spread.deviation())
        .isCloseTo(Math.sqrt(squares / 2_000 - mean * mean), within(5e-4));
  }

  @Test
  void priorPhotosKeepTheDeviationAboveZero() {
    var query = samples.vector();
    var none = Background.of(SamplePhotos.SPACE, List.of(), 0).of(query);
    var same = Background.of(SamplePhotos.SPACE, List.of(query, query, query, query), 4).of(query);

    assertThat(none).isEqualTo(new Spread(0, 0.1));
    // four cosines of 1 and four prior ones with mean 0 and variance 0.01: mean 0.5,
    // variance (4 * 0.25 + 4 * (0.01 + 0.25)) / 8 = 0.255
    assertThat(same.mean()).isCloseTo(0.5, within(1e-6));
    assertThat(same.deviation()).isCloseTo(Math.sqrt(0.255), within(1e-6));
  }

  @Test
  void refusesAnotherSpace() {
    var other = new SamplePhotos(SamplePhotos.space(8), 1).vector();

    assertThatThrownBy(() -> Background.of(SamplePhotos.SPACE, List.of(), 0).of(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in a background of");
  }

  private static Background draw(List<IndexedPhoto> photos, int size) {
    var draw = new Background.Draw(SamplePhotos.SPACE, size);
    for (var photo : photos) {
      draw.add(photo.sha256(), photo.embedding());
    }
    return draw.background();
  }
}
