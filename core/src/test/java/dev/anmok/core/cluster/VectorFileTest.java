package dev.anmok.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class VectorFileTest {
  @Test
  void givesBackWhatWasAdded() throws IOException {
    var vectors = Seeded.clusters(1, 100, 5);
    try (var file = VectorFile.create(5)) {
      for (var vector : vectors) {
        file.add(vector);
      }
      file.finish();
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

  /// A row is three buffers and a bit.
  @Test
  void rowsMayBeLongerThanTheBuffer() throws IOException {
    var row = new float[200_001];
    try (var file = VectorFile.create(row.length)) {
      for (int i = 0; i < 5; i++) {
        row[0] = i;
        row[row.length - 1] = -i;
        file.add(row, 1);
      }
      file.finish();

      for (int i = 0; i < 5; i++) {
        file.copy(i, i + 1, row);
        assertThat(row[0]).isEqualTo(i);
        assertThat(row[row.length - 1]).isEqualTo(-i);
      }
    }
  }

  @Test
  void noRowsCanBeReadToo() throws IOException {
    try (var file = VectorFile.create(3)) {
      file.finish();
      file.copy(0, 0, new float[0]);

      assertThat(file.rows()).isZero();
    }
  }

  @Test
  void rowsAreAddedBeforeItIsFinishedAndReadAfter() throws IOException {
    try (var file = VectorFile.create(1)) {
      file.add(new float[] {1}, 1);
      assertThatThrownBy(() -> file.copy(0, 1, new float[1]))
          .isInstanceOf(IllegalStateException.class);
      file.finish();
      file.finish();
      assertThatThrownBy(() -> file.add(new float[] {1}, 1))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  /// `/dev/full` refuses every byte as a full disk does.
  @Test
  void aFullDiskIsAnErrorThatNamesTheFile() throws IOException {
    var full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "there is no /dev/full to stand for a full disk");
    var row = new float[1 << 16]; // a buffer
    try (var file =
        new VectorFile(full, FileChannel.open(full, StandardOpenOption.WRITE), row.length)) {
      file.add(row, 1);
      assertThatThrownBy(() -> file.add(row, 1))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("/dev/full: no room for more than 0 MiB of vectors: ")
          .hasMessageContaining("java.io.tmpdir");
    }
  }

  /// What was not written yet is written, and refused, when adding ends.
  @Test
  void aDiskThatIsFullAtTheEndIsAnErrorToo() throws IOException {
    var full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "there is no /dev/full to stand for a full disk");
    try (var file = new VectorFile(full, FileChannel.open(full, StandardOpenOption.WRITE), 1)) {
      file.add(new float[] {1}, 1);
      assertThatThrownBy(file::finish).isInstanceOf(IOException.class);
    }
  }
}
