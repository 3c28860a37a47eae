package dev.anmok.core.curate;

import dev.anmok.core.score.Pooling;
import dev.anmok.core.score.Threshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Chooses representatives by delta: drops what is unreadable, repeated, dark, blurred or not above
/// the threshold, drops an item with too few distinct photos left, and picks the best of the rest
/// that differ from each other.
public final class DeltaCurator implements Curator {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble((Candidate photo) -> -photo.score().delta())
          .thenComparing(Candidate::uri);

  private static final Threshold NONE =
      new Threshold(Double.NEGATIVE_INFINITY, "", Pooling.MEAN, "", "none");

  private final CurationRule rule;
  private final Threshold threshold;

  /// The threshold must belong to the space, pooling and prompts that the candidates were scored
  /// with.
  public DeltaCurator(CurationRule rule, Threshold threshold) {
    this.rule = rule;
    this.threshold = threshold;
  }

  /// How far the threshold may rise until an item is dropped: it is kept by every threshold under
  /// this one and by no other; empty if no threshold keeps it.
  public static OptionalDouble keptUnder(ItemCandidates item, CurationRule rule) {
    var ignored = new ArrayList<PhotoDecision>();
    var distinct = Repeats.withoutCopies(item.photos(), ignored);
    // a threshold passes the first of the gated photos, the best first; so it does of the different
    var gated = new DeltaCurator(rule, NONE).gate(distinct, ignored);
    var different = Repeats.withoutNear(gated, rule.near(), ignored);
    int last = Math.max(1, rule.require()) - 1;
    return last < different.size()
        ? OptionalDouble.of(different.get(last).score().delta())
        : OptionalDouble.empty();
  }

  @Override
  public ItemDecision decide(ItemCandidates item) {
    var decisions = new ArrayList<PhotoDecision>();
    for (var photo : item.unreadable()) {
      decisions.add(
          new PhotoDecision(photo.uri(), 0, PhotoReason.UNREADABLE, photo.detail(), null));
    }
    var distinct = Repeats.withoutCopies(item.photos(), decisions);
    var mood = ItemMood.of(distinct);
    var passed = gate(distinct, decisions);
    var different = Repeats.withoutNear(passed, rule.near(), decisions);
    var reason = ItemReason.of(item, different.size(), rule.require());
    if (reason == ItemReason.KEPT) {
      choose(different, decisions);
      return new ItemDecision(item.item(), reason, "", mood, decisions);
    }
    for (var photo : different) {
      decisions.add(PhotoDecision.dropped(photo, PhotoReason.ITEM_DROPPED, reason.code()));
    }
    var detail = detail(reason, item, passed.size(), different.size());
    return new ItemDecision(item.item(), reason, detail, mood, decisions);
  }

  @Override
  public int keep() {
    return rule.keep();
  }

  @Override
  public Curator keeping(int other) {
    return new DeltaCurator(rule.keeping(other), threshold);
  }

  /// Photos that are bright, sharp and good enough, best first.
  private List<Candidate> gate(List<Candidate> photos, List<PhotoDecision> decisions) {
    var passed = new ArrayList<Candidate>();
    for (var photo : photos.stream().sorted(BEST_FIRST).toList()) {
      var measures = photo.measures();
      if (measures.lumaMean() < rule.minLumaMean()) {
        var detail = compare("mean luma", measures.lumaMean(), rule.minLumaMean());
        decisions.add(PhotoDecision.dropped(photo, PhotoReason.TOO_DARK, detail));
      } else if (measures.laplacianStd() < rule.minLaplacianStd()) {
        var detail = compare("Laplacian std", measures.laplacianStd(), rule.minLaplacianStd());
        decisions.add(PhotoDecision.dropped(photo, PhotoReason.BLURRED, detail));
      } else if (!threshold.passes(photo.score().delta())) {
        decisions.add(PhotoDecision.dropped(photo, PhotoReason.BELOW_THRESHOLD, ""));
      } else {
        passed.add(photo);
      }
    }
    return passed;
  }

  private static String compare(String measure, double value, double limit) {
    return String.format(Locale.ROOT, "%s %.2f is under %.2f", measure, value, limit);
  }

  private String detail(ItemReason reason, ItemCandidates item, int passed, int different) {
    return switch (reason) {
      case KEPT, KEPT_BY_HAND, ALL_BANNED_BY_HAND -> "";
      case ALL_UNREADABLE -> "none of its " + item.total() + " files gave a picture";
      case TOO_FEW_IMAGES ->
          "it came with " + item.total() + " files, " + rule.require() + " photos are required";
      case TOO_FEW_ABOVE_THRESHOLD ->
          String.format(
              Locale.ROOT,
              "%d of its %d photos pass the threshold %.4f, %d of them distinct; %d are required",
              passed,
              item.photos().size(),
              threshold.value(),
              different,
              Math.max(1, rule.require()));
    };
  }

  private void choose(List<Candidate> bestFirst, List<PhotoDecision> decisions) {
    var chosen = MarginalRelevance.select(bestFirst, rule.keep(), rule.diversity());
    for (int i = 0; i < chosen.size(); i++) {
      decisions.add(PhotoDecision.kept(chosen.get(i), i + 1));
    }
    for (var photo : bestFirst) {
      if (!chosen.contains(photo)) {
        decisions.add(PhotoDecision.dropped(photo, PhotoReason.NOT_SELECTED, ""));
      }
    }
  }
}
