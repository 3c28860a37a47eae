package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.FilteredIndexContract;
import dev.anmok.core.search.IndexDamagedException;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.NoIndexException;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.PhotoIndexContract;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.core.search.WordContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest implements PhotoIndexContract, FilteredIndexContract, WordContract {
  private static final VectorSpace SPACE = SamplePhotos.SPACE;

  @TempDir Path folder;

  @Override
  public PhotoIndex open(Path folder, VectorSpace space, Schema schema) throws IOException {
    return LuceneIndex.open(folder, space, schema, IndexLimits.DEFAULT);
  }

  @Override
  public PhotoIndex open(Path folder, VectorSpace space) throws IOException {
    return LuceneIndex.open(folder, space);
  }

  @Test
  void aReaderSearchesBesideAWriterAndSeesTheCommitItOpened() throws IOException {
    var photos = photos(20);
    try (var writer = LuceneIndex.open(folder, SPACE)) {
      writer.upsert(photos.subList(0, 10));
      writer.commit(1);
      try (var reader = LuceneIndex.openReadOnly(folder, SPACE)) {
        writer.upsert(photos.subList(10, 20));
        writer.commit(2);
        assertThat(reader.size()).isEqualTo(10);
        assertThat(reader.generation()).isEqualTo(1);
        var query = new VectorQuery(photos.get(3).embedding(), 1, Scope.ALL, Mode.AUTO);
        assertThat(reader.search(query).getFirst().uri()).isEqualTo(photos.get(3).uri());
      }
      try (var reader = LuceneIndex.openReadOnly(folder, SPACE)) {
        assertThat(reader.size()).isEqualTo(20);
      }
    }
  }

  @Test
  void aReaderCannotWrite() throws IOException {
    LuceneIndex.open(folder, SPACE).close();
    try (var reader = LuceneIndex.openReadOnly(folder, SPACE)) {
      assertThatThrownBy(() -> reader.upsert(photos(1)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("searching only");
    }
  }

  @Test
  void aSecondWriterIsToldToWait() throws IOException {
    LuceneIndex.open(folder, SPACE).close();
    try (var first = LuceneIndex.open(folder, SPACE)) {
      assertThat(first.size()).isZero();
      assertThatThrownBy(() -> LuceneIndex.open(folder, SPACE).close())
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(IndexDamagedException.class)
          .hasMessageContaining("another process");
    }
  }

  @Test
  void readingWhereNoIndexIsSaysSo() {
    assertThatThrownBy(() -> LuceneIndex.openReadOnly(folder, SPACE).close())
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(IndexDamagedException.class)
        .isInstanceOf(NoIndexException.class)
        .hasMessageContaining("holds no index");
    assertThatThrownBy(() -> LuceneIndex.openReadOnly(folder.resolve("none"), SPACE).close())
        .isInstanceOf(NoIndexException.class)
        .hasMessageContaining("holds no index");
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws IOException {
    var file = Files.writeString(folder.resolve("index"), "text");
    assertThatThrownBy(() -> LuceneIndex.open(file, SPACE).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void theMessageNamesThePartOfTheSpaceThatDiffers() throws IOException {
    LuceneIndex.open(folder, SPACE).close();
    var other = new VectorSpace("sample", "00ff", "none", "white", 24);
    assertThatThrownBy(() -> LuceneIndex.openReadOnly(folder, other).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("background differs");
  }

  @Test
  void anIndexOfOtherFieldsMustBeBuiltAgain() throws IOException {
    LuceneIndex.open(folder, SPACE).close();
    assertThatThrownBy(() -> LuceneIndex.openReadOnly(folder, SPACE, FILMS).close())
        .isInstanceOf(IndexDamagedException.class)
        .hasMessageContaining("expected an index of schema 'genre:list")
        .hasMessageContaining("rebuild it from the catalog");
    LuceneIndex.erase(folder);
    LuceneIndex.open(folder, SPACE, FILMS, IndexLimits.DEFAULT).close();
    LuceneIndex.openReadOnly(folder, SPACE, FILMS).close();
  }

  @Test
  void writesWithoutACommitAreDropped() throws IOException {
    try (var index = LuceneIndex.open(folder, SPACE)) {
      index.upsert(photos(5));
    }
    try (var index = LuceneIndex.open(folder, SPACE)) {
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void aTextTooLongForTheIndexIsRefusedBeforeAnythingIsWritten() throws IOException {
    var good = photos(1).getFirst();
    var bad = new IndexedPhoto("x".repeat(40_000), "ab", "item", "title", true, good.embedding());
    try (var index = LuceneIndex.open(folder, SPACE)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> index.upsert(List.of(good, bad)))
          .withMessageContaining("uri");
      index.commit(1);
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void everyLostFileIsReportedAsDamageOrIsNoLoss() throws IOException {
    fill(60);
    List<Path> files;
    try (var listed = Files.list(folder)) {
      files = listed.filter(f -> !f.getFileName().toString().equals("write.lock")).toList();
    }
    assertThat(files).hasSizeGreaterThan(3);
    for (var file : files) {
      var bytes = Files.readAllBytes(file);
      Files.delete(file);
      assertDamaged();
      Files.write(file, bytes);
    }
    try (var index = LuceneIndex.open(folder, SPACE)) {
      assertThat(index.size()).isEqualTo(60);
    }
  }

  @Test
  void cutOffFilesAreReportedAsDamage() throws IOException {
    fill(60);
    List<Path> files;
    try (var listed = Files.list(folder)) {
      files = listed.filter(f -> !f.getFileName().toString().equals("write.lock")).toList();
    }
    for (var file : files) {
      var bytes = Files.readAllBytes(file);
      Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
      assertDamaged();
      Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  @Test
  void anErasedIndexCanBeBuiltAgainAndOtherFilesStay() throws IOException {
    fill(10);
    var note = Files.writeString(folder.resolve("note.txt"), "mine");
    LuceneIndex.erase(folder);
    try (var index = LuceneIndex.open(folder, SPACE)) {
      assertThat(index.size()).isZero();
      assertThat(index.generation()).isEqualTo(-1);
    }
    assertThat(note).exists();
    LuceneIndex.erase(folder.resolve("none"));
  }

  private void assertDamaged() {
    assertThatThrownBy(() -> LuceneIndex.openReadOnly(folder, SPACE).close())
        .isInstanceOf(IndexDamagedException.class)
        .hasMessageContaining("rebuild it from the catalog");
    assertThatThrownBy(() -> LuceneIndex.open(folder, SPACE).close())
        .isInstanceOf(IndexDamagedException.class);
  }

  private void fill(int count) throws IOException {
    try (var index = LuceneIndex.open(folder, SPACE)) {
      index.upsert(photos(count));
      index.commit(1);
    }
  }

  private static List<IndexedPhoto> photos(int count) {
    return new SamplePhotos(SPACE, 11).photos(count);
  }
}
