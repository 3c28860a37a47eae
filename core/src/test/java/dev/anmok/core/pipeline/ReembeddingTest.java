package dev.anmok.core.pipeline;

import static dev.anmok.core.pipeline.Samples.OTHER_SPACE;
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

final class ReembeddingTest {
  private static final IngestOptions OPTIONS =
      new IngestOptions(3, 4, IngestOptions.NO_LIMIT, false);

  @TempDir Path folder;
  private final MemoryCatalog catalog = new MemoryCatalog();
  private final TinyPhotos tiny = new TinyPhotos(0);

  private void ingest(int count) throws IOException {
    for (int n = 0; n < count; n++) {
      Files.write(folder.resolve("%04d.pix".formatted(n)), TinyPhotos.photo(n));
    }
    new Ingest(catalog, new TinyPhotos(0).stages(), OPTIONS)
        .run(FolderSource.of(folder), Progress.NONE);
  }

  private Reembedded run(IngestOptions options) throws IOException {
    var stages = new OtherSpace(tiny).stages();
    return new Reembedding(catalog.vectors(), stages, new PhotoFiles(1_000), options)
        .run(false, Progress.NONE);
  }

  @Test
  void itGivesTheVectorsThatAnIngestWouldHaveGiven() throws IOException {
    ingest(50);
    var done = run(OPTIONS);

    var ingested = new MemoryCatalog();
    new Ingest(ingested, new OtherSpace(new TinyPhotos(0)).stages(), OPTIONS)
        .run(FolderSource.of(folder), Progress.NONE);
    assertThat(done.embedded()).isEqualTo(50);
    assertThat(tiny.decoded).hasValue(50);
    assertThat(catalog.photos(OTHER_SPACE).toList())
        .isEqualTo(ingested.photos(OTHER_SPACE).toList());
    assertThat(run(OPTIONS).embedded()).isZero();
    assertThat(tiny.decoded).hasValue(50);
  }

  @Test
  void aPhotoThatIsGoneOrChangedIsRecordedAndStaysInTheOldSpace() throws IOException {
    ingest(10);
    Files.copy(folder.resolve("0003.pix"), folder.resolve("copy of 3.pix"));
    new Ingest(catalog, new TinyPhotos(0).stages(), OPTIONS)
        .run(FolderSource.of(folder), Progress.NONE);
    Files.delete(folder.resolve("0001.pix"));
    Files.write(folder.resolve("0002.pix"), TinyPhotos.photo(77));
    Files.delete(folder.resolve("0003.pix"));

    var done = run(OPTIONS);

    assertThat(done.embedded()).isEqualTo(8);
    assertThat(done.failed()).isEqualTo(2);
    assertThat(catalog.photos(Samples.SPACE)).hasSize(11);
    assertThat(catalog.rejections()).isEmpty();
    assertThat(catalog.vectors().failures(OTHER_SPACE))
        .extracting(failure -> Path.of(failure.uri()).getFileName().toString())
        .containsExactlyInAnyOrder("0001.pix", "0002.pix");
    assertThat(catalog.vectors().failures(OTHER_SPACE))
        .extracting(SpaceVectors.Refused::reason)
        .containsOnly(Reason.MISSING);

    Files.write(folder.resolve("0001.pix"), TinyPhotos.photo(1));
    assertThat(run(OPTIONS).embedded()).as("not tried again by itself").isZero();
    assertThat(run(new IngestOptions(1, 4, 100, true)).embedded()).isEqualTo(1);
  }

  @Test
  void aBrokenEncoderStopsItAndTheNextRunGoesOn() throws IOException {
    ingest(40);
    assertThat(run(new IngestOptions(2, 4, 11, false)).embedded()).isEqualTo(11);
    tiny.encoderBroken = true;
    assertThatThrownBy(() -> run(OPTIONS)).hasMessageContaining("the encoder chokes");
    assertThat(catalog.vectors().progress(OTHER_SPACE).failed()).isZero();

    tiny.encoderBroken = false;
    assertThat(run(OPTIONS).embedded()).isEqualTo(29);
  }

  @Test
  void anInterruptStopsItAfterTheWorkUnderWay() throws IOException {
    ingest(60);
    var told = new ArrayList<List<Long>>();
    var stages = new OtherSpace(new TinyPhotos(1)).stages();
    var stopped =
        new Reembedding(catalog.vectors(), stages, new PhotoFiles(1_000), OPTIONS)
            .run(
                false,
                (done, rejected, total) -> {
                  told.add(List.of(done, total));
                  Thread.currentThread().interrupt();
                });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped.interrupted()).isTrue();
    assertThat(told.getFirst()).containsExactly(4L, 60L);
    assertThat(stopped.embedded()).isBetween(4L, 59L);
    assertThat(run(OPTIONS).embedded()).isEqualTo(60 - stopped.embedded());
  }
}
