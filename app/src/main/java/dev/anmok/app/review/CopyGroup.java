package dev.anmok.app.review;

import java.util.LinkedHashMap;
import java.util.List;

/// Different photos that the machine takes for copies of one another.
///
/// @param level the loosest level of its members
/// @param reason why the machine would keep the first
/// @param photos each once, at least two, the machine's keeper first
public record CopyGroup(String level, String reason, List<Copy> photos) {
  /// One of them.
  ///
  /// @param photo the first half of its digest, 32 hexadecimal digits
  /// @param uri one of its places
  /// @param level how much it is the same as the machine's keeper
  /// @param cosine cosine similarity to that one; 1 for itself
  /// @param hashBits bits in which its perceptual hash differs from that one's
  public record Copy(String photo, String uri, String level, double cosine, int hashBits) {}

  public CopyGroup {
    photos = List.copyOf(photos);
  }

  /// The names of the photos.
  public List<String> names() {
    return photos.stream().map(Copy::photo).toList();
  }

  /// The smallest similarity to the machine's keeper: how sure it is of the group.
  public double least() {
    return photos.stream().mapToDouble(Copy::cosine).min().orElse(1);
  }

  /// Each photo once, at the first of the places given; fewer than two are nothing to ask about.
  public static CopyGroup of(String level, String reason, List<Copy> placed) {
    var once = new LinkedHashMap<String, Copy>();
    placed.forEach(copy -> once.putIfAbsent(copy.photo(), copy));
    return new CopyGroup(level, reason, List.copyOf(once.values()));
  }
}
