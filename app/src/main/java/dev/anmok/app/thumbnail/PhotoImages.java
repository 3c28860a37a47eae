package dev.anmok.app.thumbnail;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PhotoBytes;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// Photos at the sizes of [ImageSize], rendered when first asked for and kept in memory.
/// Thread-safe.
///
/// - A photo is named by the SHA-256 of its bytes, which is verified whenever they are read. What
///   was rendered is that photo for ever and is served without a look at its file; the tag of a
///   photo and size is known before anything is read.
/// - However many ask for one photo and size at a time, it is rendered once; a failure is told to
///   all who waited and not kept.
/// - The kept pictures take at most the bytes given. Beside them at most one photo a processor is
///   being rendered ([Rendering]); others wait.
public final class PhotoImages {
  /// 64 MiB: about 5,000 pictures of 256 pixels.
  public static final long DEFAULT_CACHE_BYTES = 64L << 20;

  /// What a kept picture takes beside its bytes, roughly: key, future, entry.
  static final int ENTRY_BYTES = 400;

  private static final Comparator<PhotoImage.Unavailable> MORE_TELLING =
      Comparator.comparing(PhotoImage.Unavailable::cause);

  private final Rendering rendering;
  private final PhotoBytes places;
  private final AsyncCache<Key, PhotoImage> cache;
  private final Semaphore renderers = new Semaphore(Runtime.getRuntime().availableProcessors());

  private record Key(String sha256, ImageSize size) {}

  /// An empty cache.
  ///
  /// @param places where photos are read from
  /// @param cacheBytes bound of what is kept, at least 0
  public PhotoImages(Rendering rendering, PhotoBytes places, long cacheBytes) {
    this.rendering = rendering;
    this.places = places;
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(cacheBytes)
            .weigher(PhotoImages::weight)
            .executor(Runnable::run) // so that the bound holds when a call returns
            .buildAsync();
  }

  private static int weight(Key key, PhotoImage image) {
    return switch (image) {
      case PhotoImage.Ready ready -> ready.jpeg().length + ENTRY_BYTES;
      case PhotoImage.Unavailable _ -> ENTRY_BYTES;
    };
  }

  /// The validator of a photo at a size.
  public EntityTag tag(String sha256, ImageSize size) {
    return new EntityTag(sha256 + "-" + size.code() + "-" + rendering.code());
  }

  /// A photo at a size.
  ///
  /// @param uris the places where it lies, tried in turn
  public PhotoImage image(String sha256, List<String> uris, ImageSize size) {
    var key = new Key(sha256, size);
    var mine = new CompletableFuture<PhotoImage>();
    var others = cache.asMap().putIfAbsent(key, mine);
    return others == null ? render(key, uris, mine) : others.join();
  }

  /// Bytes that the kept pictures take.
  long cachedBytes() {
    return cache.synchronous().policy().eviction().orElseThrow().weightedSize().orElseThrow();
  }

  private PhotoImage render(Key key, List<String> uris, CompletableFuture<PhotoImage> mine) {
    renderers.acquireUninterruptibly();
    try {
      var image = read(key, uris);
      if (image instanceof PhotoImage.Unavailable) {
        cache.asMap().remove(key, mine);
      }
      mine.complete(image);
      return image;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e); // which also takes it out of the cache
      throw e;
    } finally {
      renderers.release();
    }
  }

  private PhotoImage read(Key key, List<String> uris) {
    PhotoImage.Unavailable worst =
        new PhotoImage.Unavailable(PhotoImage.Cause.GONE, "the photo lies nowhere any more");
    for (var uri : uris) {
      switch (read(key, uri)) {
        case PhotoImage.Ready ready -> {
          return ready;
        }
        case PhotoImage.Unavailable failed ->
            worst = MORE_TELLING.compare(failed, worst) <= 0 ? failed : worst;
      }
    }
    return worst;
  }

  private PhotoImage read(Key key, String uri) {
    return switch (places.look(uri)) {
      case PhotoBytes.Look.Unusable unusable -> gone(unusable.detail());
      case PhotoBytes.Look.Found found ->
          switch (places.read(found)) {
            case PhotoBytes.Content.Rejected rejected -> gone(rejected.detail());
            case PhotoBytes.Content.Bytes(var bytes) -> rendered(key, uri, bytes);
          };
    };
  }

  private PhotoImage rendered(Key key, String uri, byte[] bytes) {
    if (!Photo.digest(bytes).equals(key.sha256)) {
      return new PhotoImage.Unavailable(
          PhotoImage.Cause.CHANGED, uri + " holds other bytes than when it was read in");
    }
    return switch (rendering.jpeg(bytes, key.size.longerSide())) {
      case Rendered.Jpeg(var jpeg) -> new PhotoImage.Ready(jpeg, tag(key.sha256, key.size));
      case Rendered.NoPicture(_, var detail) ->
          new PhotoImage.Unavailable(PhotoImage.Cause.NO_PICTURE, detail);
    };
  }

  private static PhotoImage gone(String detail) {
    return new PhotoImage.Unavailable(PhotoImage.Cause.GONE, detail);
  }
}
