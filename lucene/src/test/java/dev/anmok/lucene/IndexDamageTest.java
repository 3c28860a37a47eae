package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexDamagedException;
import dev.anmok.core.search.SamplePhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexDamageTest {
  private static final VectorSpace SPACE = SamplePhotos.SPACE;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aFlippedBitAnywhereIsDamage(VectorFormat format) throws IOException {
    var photos = new SamplePhotos(SPACE, 3).photos(500);
    var limits = new IndexLimits(0, 0).with(format);
    try (var index = LuceneIndex.open(folder, SPACE, Schema.EMPTY, limits)) {
      index.upsert(photos);
      index.commit(1);
      index.settle();
      index.upsert(photos.subList(0, 20)); // a second part, and deletions in the first
      index.commit(2);
    }
    for (var file : files()) {
      var bytes = Files.readAllBytes(file);
      for (int at : List.of(0, bytes.length / 3, bytes.length / 2, bytes.length - 1)) {
        bytes[at] ^= 4;
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        assertThatThrownBy(() -> LuceneIndex.openReadOnly(folder, SPACE).close())
            .as("%s at %d", file.getFileName(), at)
            .isInstanceOf(IndexDamagedException.class);
        assertThatThrownBy(() -> LuceneIndex.open(folder, SPACE).close())
            .as("%s at %d", file.getFileName(), at)
            .isInstanceOf(IndexDamagedException.class);
        bytes[at] ^= 4;
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
      }
    }
    try (var index = LuceneIndex.open(folder, SPACE)) {
      assertThat(index.size()).isEqualTo(500);
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(f -> !f.getFileName().toString().equals("write.lock")).toList();
    }
  }
}
