package dev.anmok.core.curate;

import dev.anmok.core.cluster.NearRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Sets repeated photos of an item aside.
final class Repeats {
  private Repeats() {}

  /// The first URI of each content, in order of URI; the others are decided here.
  static List<Candidate> withoutCopies(List<Candidate> photos, List<PhotoDecision> decisions) {
    var first = new HashMap<String, String>();
    var distinct = new ArrayList<Candidate>();
    for (var photo : photos.stream().sorted(Comparator.comparing(Candidate::uri)).toList()) {
      var earlier = first.putIfAbsent(photo.sha256(), photo.uri());
      if (earlier == null) {
        distinct.add(photo);
      } else {
        decisions.add(PhotoDecision.dropped(photo, PhotoReason.EXACT_DUPLICATE_OF, earlier));
      }
    }
    return distinct;
  }

  /// The best photo of each group of near duplicates; a photo is compared with better ones only.
  static List<Candidate> withoutNear(
      List<Candidate> bestFirst, Optional<NearRule> rule, List<PhotoDecision> decisions) {
    if (rule.isEmpty()) {
      return bestFirst;
    }
    var near = rule.get();
    var kept = new ArrayList<Candidate>();
    for (var photo : bestFirst) {
      var better =
          kept.stream()
              .filter(other ->
                  near.near(
                      photo.measures().perceptualHash(),
                      photo.embedding(),
                      other.measures().perceptualHash(),
                      other.embedding()))
              .findFirst();
      if (better.isPresent()) {
        var uri = better.get().uri();
        decisions.add(PhotoDecision.dropped(photo, PhotoReason.NEAR_DUPLICATE_OF, uri));
      } else {
        kept.add(photo);
      }
    }
    return kept;
  }
}
