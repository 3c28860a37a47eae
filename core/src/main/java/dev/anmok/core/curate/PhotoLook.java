package dev.anmok.core.curate;

import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Measures;
import org.jspecify.annotations.Nullable;

/// What is held of each photo while duplicates are looked for, besides its vector: about 350 bytes.
///
/// @param bytes fingerprint of the file
/// @param pixelsOrNull fingerprint of the pixels; null where they were not measured
/// @param facts what the file says of itself
/// @param measures what its pixels say at a small scale
/// @param sharpness at native resolution; not a number where it was not measured, like the next two
/// @param clipped share of pixels too dark or burnt out
/// @param blockiness strength of the JPEG grid
public record PhotoLook(
    Fingerprint bytes,
    @Nullable Fingerprint pixelsOrNull,
    ImageFacts facts,
    Measures measures,
    double sharpness,
    double clipped,
    double blockiness) {
  /// What is held of a photo.
  public static PhotoLook of(AlbumPhoto photo) {
    var detail = photo.detailOrNull();
    return new PhotoLook(
        Fingerprint.of(photo.sha256()),
        detail == null ? null : Fingerprint.of(detail.pixels()),
        photo.facts(),
        photo.measures(),
        detail == null ? Double.NaN : detail.sharpness(),
        detail == null ? Double.NaN : detail.darkShare() + detail.brightShare(),
        detail == null ? Double.NaN : detail.blockiness());
  }

  /// A short name for the photo, the same wherever it lies: the first 12 digits of its digest.
  public String id() {
    return String.format(java.util.Locale.ROOT, "%016x", bytes.high()).substring(0, 12);
  }

  /// The first half of the photo's digest, 32 hexadecimal digits: what tells it from all others.
  public String photo() {
    return String.format(java.util.Locale.ROOT, "%016x%016x", bytes.high(), bytes.low());
  }

  boolean detailed() {
    return pixelsOrNull != null;
  }

  long area() {
    return (long) facts.width() * facts.height();
  }

  /// Whether two files are the same, or show the same pixels.
  boolean same(PhotoLook other) {
    return bytes.equals(other.bytes)
        || (pixelsOrNull != null && pixelsOrNull.equals(other.pixelsOrNull));
  }

  /// In how many bits the perceptual hashes of two photos differ, 0..64.
  public int hashBits(PhotoLook other) {
    return Long.bitCount(measures.perceptualHash() ^ other.measures.perceptualHash());
  }
}
