package dev.anmok.app.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PhotoFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PhotoImagesTest {
  @TempDir Path folder;

  private final AtomicInteger reads = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /// Files, counted, and held back while the gate is closed.
  private final PhotoBytes places =
      new PhotoBytes() {
        private final PhotoFiles files = new PhotoFiles(10_000_000);

        @Override
        public Look look(String uri) {
          return files.look(uri);
        }

        @Override
        public Content read(Look.Found found) {
          reads.incrementAndGet();
          try {
            gate.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return files.read(found);
        }
      };

  private final PhotoImages images =
      new PhotoImages(Rendering.open(), places, PhotoImages.DEFAULT_CACHE_BYTES);

  private record Stored(String sha256, List<String> uris) {}

  private Stored store(String name, byte[] bytes) throws IOException {
    var file = Files.write(folder.resolve(name), bytes);
    return new Stored(Photo.digest(bytes), List.of(file.toString()));
  }

  private static PhotoImage.Ready ready(PhotoImage image) {
    assertThat(image).isInstanceOf(PhotoImage.Ready.class);
    return (PhotoImage.Ready) image;
  }

  private static PhotoImage.Cause cause(PhotoImage image) {
    assertThat(image).isInstanceOf(PhotoImage.Unavailable.class);
    return ((PhotoImage.Unavailable) image).cause();
  }

  private PhotoImage image(Stored photo, ImageSize size) {
    return images.image(photo.sha256, photo.uris, size);
  }

  @Test
  void aPictureIsRenderedOnceAndKept() throws IOException {
    var photo = store("a.jpg", TestPhoto.noise(1, 300, 200));
    var first = ready(image(photo, ImageSize.S128));
    Files.delete(folder.resolve("a.jpg"));

    assertThat(ready(image(photo, ImageSize.S128)).jpeg()).isSameAs(first.jpeg());
    assertThat(reads).hasValue(1);
    assertThat(cause(image(photo, ImageSize.S64))).isEqualTo(PhotoImage.Cause.GONE);
  }

  @Test
  void manyWhoAskAtOnceAreServedByOneRendering() throws Exception {
    var photo = store("a.jpg", TestPhoto.noise(1, 300, 200));
    gate = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<Future<PhotoImage>>();
      for (int i = 0; i < 20; i++) {
        asked.add(threads.submit(() -> image(photo, ImageSize.S256)));
      }
      Thread.sleep(200); // long enough for all to be there
      gate.countDown();
      for (var answer : asked) {
        assertThat(ready(answer.get()).jpeg()).isNotEmpty();
      }
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void whatIsKeptStaysWithinItsBytes() throws IOException {
    long bound = 30_000;
    var small = new PhotoImages(Rendering.open(), places, bound);
    long rendered = 0;
    for (int n = 0; n < 40; n++) {
      var photo = store(n + ".jpg", TestPhoto.noise(n, 100, 80));
      rendered += ready(small.image(photo.sha256, photo.uris, ImageSize.S64)).jpeg().length;
      assertThat(small.cachedBytes()).isLessThanOrEqualTo(bound);
    }
    assertThat(rendered).isGreaterThan(2 * bound);
    assertThat(small.cachedBytes()).isGreaterThan(bound / 2);
  }

  @Test
  void aPictureLargerThanTheBoundIsShownAndNotKept() throws IOException {
    var none = new PhotoImages(Rendering.open(), places, 1000);
    var photo = store("a.jpg", TestPhoto.noise(1, 300, 200));

    assertThat(ready(none.image(photo.sha256, photo.uris, ImageSize.FULL)).jpeg())
        .hasSizeGreaterThan(1000);
    assertThat(none.cachedBytes()).isZero();
  }

  @Test
  void otherBytesAtThePlaceAreNotShown() throws IOException {
    var photo = store("a.jpg", TestPhoto.noise(1, 30, 20));
    store("a.jpg", TestPhoto.noise(2, 30, 20));

    var image = image(photo, ImageSize.S64);
    assertThat(cause(image)).isEqualTo(PhotoImage.Cause.CHANGED);
    assertThat(((PhotoImage.Unavailable) image).detail()).contains("a.jpg", "other bytes");
  }

  @Test
  void failuresAreNotKept() throws IOException {
    var photo = store("a.jpg", TestPhoto.noise(1, 30, 20));
    Files.delete(folder.resolve("a.jpg"));
    assertThat(cause(image(photo, ImageSize.S64))).isEqualTo(PhotoImage.Cause.GONE);
    assertThat(images.cachedBytes()).isZero();

    store("a.jpg", TestPhoto.noise(1, 30, 20));
    ready(image(photo, ImageSize.S64));
  }

  @Test
  void thePlacesAreTriedInTurn() throws IOException {
    var photo = store("copy.jpg", TestPhoto.noise(1, 30, 20));
    var other = store("other.jpg", TestPhoto.noise(2, 30, 20)).uris.getFirst();
    var nowhere = folder.resolve("nowhere.jpg").toString();

    ready(
        images.image(photo.sha256, List.of(nowhere, other, photo.uris.getFirst()), ImageSize.S64));
    assertThat(cause(images.image(photo.sha256, List.of(other, nowhere), ImageSize.S128)))
        .isEqualTo(PhotoImage.Cause.CHANGED);
    assertThat(cause(images.image(photo.sha256, List.of(), ImageSize.S128)))
        .isEqualTo(PhotoImage.Cause.GONE);
    var text = store("text.jpg", new byte[] {1, 2, 3});
    assertThat(cause(image(text, ImageSize.S64))).isEqualTo(PhotoImage.Cause.NO_PICTURE);
  }

  @Test
  void theTagSaysPhotoAndSizeAndIsKnownBeforehand() throws IOException {
    var a = store("a.jpg", TestPhoto.noise(1, 30, 20));
    var b = store("b.jpg", TestPhoto.noise(2, 30, 20));
    var tag = images.tag(a.sha256, ImageSize.S64);

    assertThat(reads).hasValue(0);
    assertThat(ready(image(a, ImageSize.S64)).tag()).isEqualTo(tag);
    assertThat(ready(image(a, ImageSize.S128)).tag()).isNotEqualTo(tag);
    assertThat(ready(image(b, ImageSize.S64)).tag()).isNotEqualTo(tag);
    assertThat(tag.toString()).matches("\"[0-9a-z-]+\"");
  }

  @Test
  void aClientThatHasTheTagNeedsNoBody() {
    var tag = new EntityTag("abc-64-1");

    assertThat(tag.matchedBy("\"abc-64-1\"")).isTrue();
    assertThat(tag.matchedBy("\"x\", W/\"abc-64-1\"")).isTrue();
    assertThat(tag.matchedBy("*")).isTrue();
    assertThat(tag.matchedBy("\"abc-64-2\"")).isFalse();
    assertThat(tag.matchedBy("abc-64-1")).isFalse();
    assertThat(tag.matchedBy("")).isFalse();
    assertThat(tag.matchedBy(null)).isFalse();
  }

  @Test
  void sizesAreRoundedUpToTheLadder() {
    assertThat(ImageSize.of(1)).isEqualTo(ImageSize.S64);
    assertThat(ImageSize.of(64)).isEqualTo(ImageSize.S64);
    assertThat(ImageSize.of(65)).isEqualTo(ImageSize.S128);
    assertThat(ImageSize.of(2048)).isEqualTo(ImageSize.S2048);
    assertThat(ImageSize.of(2049)).isEqualTo(ImageSize.FULL);
    assertThat(ImageSize.parse("240").code()).isEqualTo("256");
    assertThat(ImageSize.parse("full")).isEqualTo(ImageSize.FULL);
    for (var wrong : List.of("", "0", "-1", "1e3", "Full", "9999999999")) {
      assertThatThrownBy(() -> ImageSize.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("size");
    }
  }
}
