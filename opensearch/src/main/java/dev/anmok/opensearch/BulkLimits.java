package dev.anmok.opensearch;

/// Bounds on what is on its way to a cluster; who writes faster waits.
///
/// @param requestBytes of one request, about; at least 1
/// @param requestPhotos of one request, at least 1
/// @param requests under way at once, at least 1
public record BulkLimits(int requestBytes, int requestPhotos, int requests) {
  public static final BulkLimits DEFAULT = new BulkLimits(4 << 20, 1_000, 3);

  public BulkLimits {
    if (requestBytes < 1 || requestPhotos < 1 || requests < 1) {
      throw new IllegalArgumentException(
          "requestBytes, requestPhotos and requests must be >= 1, were %d, %d and %d"
              .formatted(requestBytes, requestPhotos, requests));
    }
  }
}
