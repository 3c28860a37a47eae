package dev.anmok.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.anmok.core.image.FormulaPicture;
import dev.anmok.core.image.Reason;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurNet;
import dev.anmok.core.quality.Detail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IngestTest {
  private static final IngestOptions OPTIONS =
      new IngestOptions(3, 4, IngestOptions.NO_LIMIT, false);

  @TempDir Path folder;
  private final MemoryCatalog catalog = new MemoryCatalog();
  private final TinyPhotos tiny = new TinyPhotos(0);

  private Path write(String name, byte[] bytes) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private void writePhotos(int count) throws IOException {
    for (int n = 0; n < count; n++) {
      write("item%02d/%04d.pix".formatted(n / 10, n), TinyPhotos.photo(n));
    }
  }

  private IngestSummary run(IngestOptions options) throws IOException {
    return new Ingest(catalog, tiny.stages(), options).run(FolderSource.of(folder), Progress.NONE);
  }

  private Map<String, Reason> rejections() {
    var reasons = new HashMap<String, Reason>();
    catalog
        .rejections()
        .forEach(
            photo -> reasons.put(Path.of(photo.uri()).getFileName().toString(), photo.reason()));
    return reasons;
  }

  private record Photos(List<SourcePhoto> all) implements Source {
    @Override
    public String name() {
      return "films.csv";
    }

    @Override
    public OptionalLong count() {
      return OptionalLong.of(all.size());
    }

    @Override
    public Stream<SourcePhoto> photos() {
      return all.stream();
    }
  }

  /// The given lines, then perhaps a malformed one.
  private record Lines(List<String> uris, boolean malformed) implements Source {
    @Override
    public String name() {
      return "lines.csv";
    }

    @Override
    public OptionalLong count() {
      return OptionalLong.empty();
    }

    @Override
    public Stream<SourcePhoto> photos() {
      var good = uris.stream().map(uri -> new SourcePhoto(uri, null));
      var bad =
          Stream.<SourcePhoto>generate(
                  () -> {
                    throw new UncheckedIOException(new IOException("lines.csv, line 9: no uri"));
                  })
              .limit(malformed ? 1 : 0);
      return Stream.concat(good, bad);
    }
  }

  @Test
  void everyPhotoEndsAccepted() throws IOException {
    writePhotos(101);
    var summary = run(OPTIONS);

    assertThat(summary.seen()).isEqualTo(101);
    assertThat(summary.accepted()).isEqualTo(101);
    assertThat(summary.rejections()).isZero();
    assertThat(summary.interrupted()).isFalse();
    assertThat(catalog.items(Samples.SPACE)).hasSize(11);
    assertThat(catalog.photos(Samples.SPACE)).hasSize(101);
  }

  @Test
  void badPhotosEndAsRejectionsWithTheirReasons() throws IOException {
    writePhotos(20);
    write("a/empty", new byte[0]);
    write("a/large", new byte[1001]);
    write("a/text.txt", "hello".getBytes(StandardCharsets.UTF_8));
    write("a/short", "PIX1".getBytes(StandardCharsets.UTF_8));
    write("a/poison", TinyPhotos.POISON);
    write("a/indigestible", TinyPhotos.indigestible(5));
    var summary = run(OPTIONS);

    assertThat(summary.accepted()).isEqualTo(20);
    assertThat(rejections())
        .isEqualTo(
            Map.of(
                "empty", Reason.EMPTY,
                "large", Reason.TOO_MANY_BYTES,
                "text.txt", Reason.NOT_AN_IMAGE,
                "short", Reason.TRUNCATED,
                "poison", Reason.CORRUPT,
                "indigestible", Reason.CORRUPT));
    assertThat(summary.rejected()).containsEntry(Reason.CORRUPT, 2L);
  }

  @Test
  void whatIsNoFileIsRejected() throws IOException {
    var missing = folder.resolve("missing.pix").toString();
    var source =
        new Lines(
            List.of(
                missing,
                folder.toString(),
                "https://example.com/1.jpg",
                "file:/etc/passwd",
                "bad\0name"),
            false);
    new Ingest(catalog, tiny.stages(), OPTIONS).run(source, Progress.NONE);

    assertThat(catalog.rejections())
        .extracting(RejectedPhoto::uri, RejectedPhoto::reason)
        .containsExactlyInAnyOrder(
            tuple(missing, Reason.MISSING),
            tuple(folder.toString(), Reason.UNREADABLE),
            tuple("https://example.com/1.jpg", Reason.NOT_ALLOWED),
            tuple("file:/etc/passwd", Reason.NOT_ALLOWED),
            tuple("bad\0name", Reason.UNREADABLE));
  }

  /// Places that only reading tells of, as URLs are.
  private record Remote(Map<String, PhotoBytes.Content> places, List<String> reads)
      implements PhotoBytes {
    @Override
    public Look look(String uri) {
      return new Look.Found(uri, UNKNOWN, UNKNOWN);
    }

    @Override
    public Content read(Look.Found found) {
      reads.add(found.uri());
      return places.getOrDefault(
          found.uri(), new Content.Rejected(Reason.MISSING, "the server has none", false));
    }
  }

  @Test
  void whatWasReadFromElsewhereIsNotReadAgain() throws IOException {
    var good = new PhotoBytes.Content.Bytes(TinyPhotos.photo(1));
    var remote = new Remote(Map.of("http://a/1", good), new ArrayList<>());
    var source = new Lines(List.of("http://a/1", "http://a/2"), false);
    var once = new IngestOptions(1, 4, IngestOptions.NO_LIMIT, false);
    var first = new Ingest(catalog, tiny.stages(), remote, once).run(source, Progress.NONE);
    assertThat(first.accepted()).isEqualTo(1);
    assertThat(first.rejected()).isEqualTo(Map.of(Reason.MISSING, 1L));

    remote.reads().clear();
    var again = new Ingest(catalog, tiny.stages(), remote, once).run(source, Progress.NONE);
    assertThat(remote.reads()).isEmpty();
    assertThat(again.skipped()).isEqualTo(2);

    remote.reads().clear();
    var retry = new IngestOptions(1, 4, IngestOptions.NO_LIMIT, true);
    new Ingest(catalog, tiny.stages(), remote, retry).run(source, Progress.NONE);
    assertThat(remote.reads()).containsExactly("http://a/2");
  }

  @Test
  void aUrlIsReadOnceItIsAllowedAndStaysWhenItIsNot() throws IOException {
    var good = new PhotoBytes.Content.Bytes(TinyPhotos.photo(1));
    var remote = new Remote(Map.of("http://a/1", good), new ArrayList<>());
    var source = new Lines(List.of("http://a/1"), false);
    var filesOnly = new Ingest(catalog, tiny.stages(), OPTIONS);
    assertThat(filesOnly.run(source, Progress.NONE).rejected())
        .isEqualTo(Map.of(Reason.NOT_ALLOWED, 1L));

    var allowed = new Ingest(catalog, tiny.stages(), remote, OPTIONS);
    assertThat(allowed.run(source, Progress.NONE).accepted()).isEqualTo(1);

    assertThat(filesOnly.run(source, Progress.NONE).skipped()).isEqualTo(1);
    assertThat(catalog.photos(Samples.SPACE)).hasSize(1);
  }

  @Test
  void aSecondRunDecodesNothing() throws IOException {
    writePhotos(50);
    write("a/text.txt", new byte[] {1, 2, 3});
    run(OPTIONS);
    int decoded = tiny.decoded.get();
    long generation = catalog.generation();
    var again = run(OPTIONS);

    assertThat(tiny.decoded).hasValue(decoded);
    assertThat(again.skipped()).isEqualTo(51);
    assertThat(again.seen()).isEqualTo(51);
    assertThat(catalog.generation()).isEqualTo(generation);
  }

  @Test
  void aJobThatAsksForDetailsMeasuresThemWithoutEmbeddingAgain() throws IOException {
    writePhotos(9);
    run(OPTIONS);
    write("new/1.pix", TinyPhotos.photo(100));
    var embeddings = catalog.photos(Samples.SPACE).map(PlacedPhoto::embedding).toList();
    var detailed = new Ingest(catalog, tiny.stages().detailed(), OPTIONS);
    var summary = detailed.run(FolderSource.of(folder), Progress.NONE);

    assertThat(summary.accepted()).isEqualTo(10);
    assertThat(tiny.encoded).as("nine in the first run, one in the second").hasValue(10);
    assertThat(catalog.photos(Samples.SPACE))
        .allSatisfy(photo -> assertThat(photo.photo().detail()).isPresent())
        .extracting(PlacedPhoto::embedding)
        .containsAll(embeddings);

    assertThat(detailed.run(FolderSource.of(folder), Progress.NONE).skipped()).isEqualTo(10);
    assertThat(run(OPTIONS).skipped()).isEqualTo(10);
    assertThat(tiny.decoded).hasValue(19);
  }

  @Test
  void aJobThatWantsANetworksMeasureLooksAgainAtPhotosThatLackItOnly() throws IOException {
    writePhotos(9);
    new Ingest(catalog, tiny.stages().detailed(), OPTIONS)
        .run(FolderSource.of(folder), Progress.NONE);
    var looked = new AtomicInteger();
    BlurNet net = picture -> picture.width() + looked.incrementAndGet() * 0.0;
    var ingest = new Ingest(catalog, tiny.stages().detailed(net), OPTIONS);

    assertThat(ingest.run(FolderSource.of(folder), Progress.NONE).accepted()).isEqualTo(9);
    assertThat(looked).hasValue(9);
    assertThat(tiny.encoded).as("none is encoded again").hasValue(9);
    assertThat(catalog.photos(Samples.SPACE))
        .allSatisfy(photo ->
            assertThat(photo.photo().detail().orElseThrow().blur().value(BlurMeasure.BDNET))
                .isEqualTo(2));

    write("new/1.pix", TinyPhotos.photo(100));
    var next = ingest.run(FolderSource.of(folder), Progress.NONE);
    assertThat(next.skipped()).isEqualTo(9);
    assertThat(next.accepted()).isEqualTo(1);
    assertThat(looked).hasValue(10);
    assertThat(
            new Ingest(catalog, tiny.stages().detailed(), OPTIONS)
                .run(FolderSource.of(folder), Progress.NONE)
                .skipped())
        .as("a job that does not want it leaves them")
        .isEqualTo(10);
  }

  @Test
  void detailsAreMeasuredAtFullSizeAndTheRestAtTheEncodersScale() {
    var stages = tiny.stages().detailed(); // the encoder sees 2x2, so the shorter side keeps 3
    var wide = FormulaPicture.of(51, 25);

    assertThat(stages.reduced(wide).width()).isEqualTo(7); // halved three times, rounded up
    assertThat(stages.reduced(wide).height()).isEqualTo(4);
    assertThat(stages.reduced(FormulaPicture.of(9, 5)).height()).isEqualTo(3);
    assertThat(stages.reduced(FormulaPicture.of(4, 4)).height()).isEqualTo(4);
    assertThat(stages.detail(wide)).isEqualTo(Detail.of(wide));
    assertThat(tiny.stages().detail(wide)).isNull();
    assertThat(tiny.stages().reduced(wide)).isSameAs(wide);
  }

  @Test
  void rejectedPhotosAreTriedAgainOnRequest() throws IOException {
    write("a/text.txt", new byte[] {1, 2, 3});
    writePhotos(3);
    run(OPTIONS);
    var again = run(new IngestOptions(1, 4, IngestOptions.NO_LIMIT, true));

    assertThat(again.skipped()).isEqualTo(3);
    assertThat(again.rejected()).isEqualTo(Map.of(Reason.NOT_AN_IMAGE, 1L));
  }

  @Test
  void aChangedFileIsDoneAgainAndAMissingOneIsRemoved() throws IOException {
    var changing = write("a/1", TinyPhotos.photo(1));
    var vanishing = write("a/2", TinyPhotos.photo(2));
    var source = new Lines(List.of(changing.toString(), vanishing.toString()), false);
    var ingest = new Ingest(catalog, tiny.stages(), OPTIONS);
    ingest.run(source, Progress.NONE);
    long generation = catalog.generation();
    Files.write(changing, TinyPhotos.indigestible(1));
    Files.setLastModifiedTime(changing, FileTime.fromMillis(12345));
    Files.delete(vanishing);
    ingest.run(source, Progress.NONE);

    assertThat(catalog.removedSince(generation))
        .containsExactly(changing.toString(), vanishing.toString());
    assertThat(rejections()).isEqualTo(Map.of("1", Reason.CORRUPT, "2", Reason.MISSING));
  }

  @Test
  void equalBytesAtAnotherPlaceAreNotDecodedAgain() throws IOException {
    write("a/1", TinyPhotos.photo(1));
    run(OPTIONS);
    write("b/copy", TinyPhotos.photo(1));
    var summary = run(OPTIONS);

    assertThat(summary.known()).isEqualTo(1);
    assertThat(tiny.decoded).hasValue(1);
    assertThat(catalog.photos(Samples.SPACE))
        .extracting(PlacedPhoto::item)
        .containsExactly("a", "b");
  }

  @Test
  void itemsAreBroughtUpToDateThoughPhotosAreSkipped() throws IOException {
    var file = write("a/1", TinyPhotos.photo(1)).toString();
    run(OPTIONS);
    var renamed = new Item("a", "A new title", Map.of("city", "Seoul"));
    var source = new Photos(List.of(new SourcePhoto(file, renamed)));
    var summary = new Ingest(catalog, tiny.stages(), OPTIONS).run(source, Progress.NONE);

    assertThat(summary.skipped()).isEqualTo(1);
    assertThat(catalog.allItems()).containsExactly(renamed);
  }

  @Test
  void aLineThatNamesNoPhotoIsARejectionWithItsItem() throws IOException {
    writePhotos(1);
    var good = FolderSource.of(folder).photos().findFirst().orElseThrow();
    var item = new Item("film", "Film", Map.of());
    var bad = new SourcePhoto("/films.csv:3", item, "films.csv line 3: 'uri' is empty");
    var source = new Photos(List.of(bad, good));
    var summary = new Ingest(catalog, tiny.stages(), OPTIONS).run(source, Progress.NONE);

    assertThat(summary.accepted()).isEqualTo(1);
    assertThat(summary.rejected()).isEqualTo(Map.of(Reason.MISSING, 1L));
    assertThat(catalog.rejections())
        .containsExactly(
            new RejectedPhoto(
                "/films.csv:3", "film", Reason.MISSING, "films.csv line 3: 'uri' is empty"));
    var again = new Ingest(catalog, tiny.stages(), OPTIONS).run(source, Progress.NONE);
    assertThat(again.skipped()).isEqualTo(2);
  }

  @Test
  void theLimitCountsSourcePhotos() throws IOException {
    writePhotos(30);
    var summary = run(new IngestOptions(2, 4, 10, false));

    assertThat(summary.seen()).isEqualTo(10);
    assertThat(catalog.counts().accepted()).isEqualTo(10);
  }

  @Test
  void progressGrowsToTheTotal() throws IOException {
    writePhotos(30);
    write("z/text", new byte[] {9});
    var heard = new ArrayList<List<Long>>();
    new Ingest(catalog, tiny.stages(), OPTIONS)
        .run(
            FolderSource.of(folder),
            (done, rejected, total) -> heard.add(List.of(done, rejected, total)));

    assertThat(heard).isSortedAccordingTo(Comparator.comparing(List::getFirst));
    assertThat(heard.getLast()).containsExactly(31L, 1L, 31L);
  }

  @Test
  void aMalformedLineStopsTheRunAfterWhatCameBefore() throws IOException {
    writePhotos(10);
    var uris =
        IntStream.range(0, 10)
            .mapToObj(n -> folder.resolve("item00/%04d.pix".formatted(n)).toString())
            .toList();

    assertThatThrownBy(() ->
            new Ingest(catalog, tiny.stages(), OPTIONS).run(new Lines(uris, true), Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessage("lines.csv, line 9: no uri");
    assertThat(catalog.counts().accepted()).isEqualTo(10);
  }

  @Test
  void anEncoderThatFailsOnEverythingStopsTheRun() throws IOException {
    writePhotos(100);
    var first = run(new IngestOptions(1, 4, 12, false));
    tiny.encoderBroken = true;

    assertThatThrownBy(() -> run(OPTIONS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the encoder chokes");
    assertThat(catalog.counts().accepted()).isEqualTo(first.accepted());
    assertThat(catalog.counts().rejected()).isEmpty();
  }

  @Test
  void aRunThatIsInterruptedCommitsWhatItHadBegun() throws IOException {
    writePhotos(200);
    var slow = new TinyPhotos(1);
    var summary =
        new Ingest(catalog, slow.stages(), new IngestOptions(2, 4, IngestOptions.NO_LIMIT, false))
            .run(
                FolderSource.of(folder),
                (done, rejected, total) -> Thread.currentThread().interrupt());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(summary.interrupted()).isTrue();
    assertThat(summary.accepted()).isBetween(4L, 100L);
    assertThat(catalog.counts().accepted()).isEqualTo(summary.accepted());
    assertThat(slow.encoded.get()).isEqualTo(Math.toIntExact(summary.accepted()));
    assertThat(run(OPTIONS).accepted()).isEqualTo(200 - summary.accepted());
  }

  @Test
  void aCatalogThatFailsStopsTheRun() throws IOException {
    writePhotos(2_000);
    var full = new MemoryCatalog(600);

    assertThatThrownBy(() ->
            new Ingest(full, tiny.stages(), OPTIONS).run(FolderSource.of(folder), Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is full");
    assertThat(full.counts().accepted()).isBetween(256L, 600L);
    assertThat(tiny.decoded.get()).isLessThan(2_000);
  }
}
