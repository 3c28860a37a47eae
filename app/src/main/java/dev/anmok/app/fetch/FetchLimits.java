package dev.anmok.app.fetch;

import dev.anmok.core.image.DecodeLimits;
import java.time.Duration;

/// How much a fetch may take. Together the fetches under way hold at most `concurrent * 2 *
/// maxBytes` bytes, twice for the moment in which the pieces of a body are joined.
///
/// @param maxBytes length of a body, 1 to 2^30
/// @param total from the connection to the last byte, all redirects included
/// @param connect for a name to be looked up, and for a connection or a TLS handshake to be made
/// @param redirects how often one may be sent on, at least 0
/// @param concurrent fetches at a time, at least 1
/// @param perHost fetches from one host at a time, at least 1
public record FetchLimits(
    long maxBytes, Duration total, Duration connect, int redirects, int concurrent, int perHost) {
  /// As many bytes as a decoder reads; 30 s in all, 5 s to connect; 4 redirects; 16 fetches at a
  /// time, 4 from one host.
  public static final FetchLimits DEFAULT =
      new FetchLimits(
          DecodeLimits.DEFAULT.maxBytes(), Duration.ofSeconds(30), Duration.ofSeconds(5), 4, 16, 4);

  private static final long LONGEST = 1L << 30;

  public FetchLimits {
    if (maxBytes < 1 || maxBytes > LONGEST) {
      throw new IllegalArgumentException("maxBytes must be 1.." + LONGEST + ", was " + maxBytes);
    }
    if (total.toMillis() < 1 || connect.toMillis() < 1) {
      throw new IllegalArgumentException(
          "total and connect must be >= 1 ms, were " + total + ", " + connect);
    }
    if (redirects < 0 || concurrent < 1 || perHost < 1) {
      throw new IllegalArgumentException(
          "redirects must be >= 0, concurrent and perHost >= 1, were "
              + redirects
              + ", "
              + concurrent
              + ", "
              + perHost);
    }
  }
}
