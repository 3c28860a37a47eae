package dev.anmok.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartitionRunTest {
  @TempDir Path folder;
  private final TinyPhotos tiny = new TinyPhotos(0);
  private final List<SourcePhoto> slice = new ArrayList<>();

  private void add(String name, byte[] bytes) throws IOException {
    slice.add(new SourcePhoto(Files.write(folder.resolve(name), bytes).toString(), null));
  }

  private List<Ingested> run(int batch) throws IOException {
    return new PartitionRun(tiny.stages(), new PhotoFiles(1000)).run(slice, batch);
  }

  @Test
  void givesOneOutcomeAPhotoInTheOrderGiven() throws IOException {
    add("a.pix", TinyPhotos.photo(1));
    add("words.pix", new byte[] {'w', 'o'});
    slice.add(new SourcePhoto("m.csv:3", null, "line 3: 'uri' is empty"));
    add("poison.pix", TinyPhotos.POISON);
    add("b.pix", TinyPhotos.photo(2));

    var outcomes = run(2);

    assertThat(outcomes).extracting(Ingested::source).isEqualTo(slice);
    assertThat(outcomes.stream().map(Ingested::outcome).map(PartitionRunTest::word))
        .containsExactly("processed", "not_an_image", "missing", "corrupt", "processed");
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Processed _ -> "processed";
      case Outcome.Rejected(var _, Reason reason, var _) -> reason.code();
      case Outcome.Known _ -> "known";
      case Outcome.Detailed _ -> "detailed";
    };
  }

  @Test
  void equalBytesHaveEqualWholeOutcomes() throws IOException {
    add("a.pix", TinyPhotos.photo(1));
    add("copy.pix", TinyPhotos.photo(1));

    var outcomes = run(1);

    assertThat(outcomes.get(1).outcome())
        .isInstanceOf(Outcome.Processed.class)
        .isEqualTo(outcomes.getFirst().outcome());
  }

  @Test
  void anIngestRecordsTheSame() throws IOException {
    for (int n = 0; n < 10; n++) {
      add("%02d.pix".formatted(n), TinyPhotos.photo(n));
    }
    var ingested = new MemoryCatalog();
    new Ingest(ingested, tiny.stages(), new IngestOptions(2, 4, IngestOptions.NO_LIMIT, false))
        .run(FolderSource.of(folder), Progress.NONE);
    var recorded = new MemoryCatalog();

    recorded.record(run(4));

    assertThat(recorded.photos(Samples.SPACE).toList())
        .hasSize(10)
        .isEqualTo(ingested.photos(Samples.SPACE).toList());
  }

  @Test
  void anEncoderThatFailsOnAnyPictureThrows() throws IOException {
    add("a.pix", TinyPhotos.photo(1));
    tiny.encoderBroken = true;

    assertThatThrownBy(() -> run(4)).hasMessageContaining("chokes");
  }

  @Test
  void aSliceWithoutPhotosGivesNothing() throws IOException {
    assertThat(run(4)).isEmpty();
  }
}
