package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class VectorFileTest {
  @Test
  void givesBackWhatWasAdded() throws IOException {
    var vectors = Seeded.clusters(1, 100, 5);
    try (var file = VectorFile.create(5)) {
      for (var vector : vectors) {
        file.add(vector);
      }
      var block = new float[10];
      file.copy(97, 99, block);

      assertThat(file.rows()).isEqualTo(100);
      assertThat(java.util.Arrays.copyOf(block, 5)).containsExactly(vectors.get(97).toArray());
      assertThat(java.util.Arrays.copyOfRange(block, 5, 10))
          .containsExactly(vectors.get(98).toArray());
      assertThatThrownBy(() -> file.copy(99, 101, block))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void growsBeyondItsFirstSize() throws IOException {
    var row = new float[1 << 16];
    try (var file = VectorFile.create(row.length)) {
      for (int i = 0; i < 300; i++) { // 75 MiB
        row[0] = i;
        file.add(row, 1);
      }
      file.copy(0, 1, row);
      assertThat(row[0]).isZero();
      file.copy(299, 300, row);
      assertThat(row[0]).isEqualTo(299);
    }
  }
}
