package dev.anmok.app.api;

import dev.anmok.app.fetch.FetchLimits;
import dev.anmok.app.fetch.FetchRules;
import dev.anmok.app.fetch.UrlFetcher;
import dev.anmok.app.fetch.UrlPhotos;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PhotoFiles;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What lies outside of this machine, where the operator lets clients name URLs; nothing otherwise.
final class Outside implements AutoCloseable {
  /// Half of what a fetch may bring elsewhere: several clients may ask at a time.
  private static final FetchLimits LIMITS =
      new FetchLimits(32L << 20, Duration.ofSeconds(15), Duration.ofSeconds(5), 4, 8, 4);

  private final @Nullable UrlFetcher fetcher;
  private final PhotoBytes places;

  private Outside(@Nullable UrlFetcher fetcher) {
    this.fetcher = fetcher;
    var files = new PhotoFiles(DecodeLimits.DEFAULT.maxBytes());
    this.places = fetcher == null ? files : new UrlPhotos(fetcher, files);
  }

  /// Fetches nothing.
  static Outside closed() {
    return new Outside(null);
  }

  /// Fetches by these rules.
  static Outside open(FetchRules rules) {
    return new Outside(new UrlFetcher(rules, LIMITS));
  }

  /// Null where nothing is fetched.
  @Nullable UrlFetcher fetcherOrNull() {
    return fetcher;
  }

  /// Files, and URLs where they are fetched.
  PhotoBytes places() {
    return places;
  }

  @Override
  public void close() {
    if (fetcher != null) {
      fetcher.close();
    }
  }
}
