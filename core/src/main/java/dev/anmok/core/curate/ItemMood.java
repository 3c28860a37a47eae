package dev.anmok.core.curate;

import java.util.List;

/// How much an item's readable photos show what they should: the source calls items with most of
/// their photos above 0 good-mood shops.
///
/// @param shareAboveZero share of readable photos whose delta is above 0, 0..1; 0 if there are none
/// @param meanDelta mean delta of the readable photos; NaN if there are none
public record ItemMood(double shareAboveZero, double meanDelta) {
  static ItemMood of(List<Candidate> photos) {
    double above = photos.stream().filter(photo -> photo.score().delta() > 0).count();
    double mean =
        photos.stream().mapToDouble(photo -> photo.score().delta()).average().orElse(Double.NaN);
    return new ItemMood(photos.isEmpty() ? 0 : above / photos.size(), mean);
  }
}
