package dev.anmok.core.curate;

import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.score.LensRange;
import dev.anmok.core.score.Threshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ranks an item's photos by how useful they are in its reviews: by [Usefulness], equal ones by
/// URI. What fails a check comes behind them with its reason, and of near duplicates the most
/// useful counts. Thread-safe.
public final class UsefulCurator implements Curator {
  private final CurationRule rule;
  private final UsefulJudge useful;

  /// Threshold and range must belong to the space, pooling and prompts that the candidates were
  /// scored with.
  ///
  /// @param rule how many are kept and required, and what near duplicates are; the rest of it is
  ///   not asked
  /// @param threshold a photo that does not exceed it is off topic
  /// @param range where a delta counts from and to
  public UsefulCurator(
      CurationRule rule, UsefulRule useful, BlurJudge judge, Threshold threshold, LensRange range) {
    this(rule, new UsefulJudge(useful, judge, threshold, range));
  }

  private UsefulCurator(CurationRule rule, UsefulJudge useful) {
    this.rule = rule;
    this.useful = useful;
  }

  @Override
  public ItemDecision decide(ItemCandidates item) {
    var decisions = new ArrayList<PhotoDecision>();
    for (var photo : item.unreadable()) {
      decisions.add(
          new PhotoDecision(photo.uri(), 0, PhotoReason.UNREADABLE, photo.detail(), null));
    }
    var distinct = Repeats.withoutCopies(item.photos(), decisions);
    var worth = new HashMap<String, Usefulness>();
    var good = new ArrayList<Candidate>();
    for (var photo : distinct) {
      var look = useful.at(photo);
      look.usefulness().ifPresent(found -> worth.put(photo.uri(), found));
      var fault = look.fault();
      if (fault.isPresent()) {
        decisions.add(PhotoDecision.dropped(photo, fault.get().reason(), fault.get().detail()));
      } else {
        good.add(photo);
      }
    }
    good.sort(
        Comparator.comparingDouble((Candidate photo) -> -score(worth.get(photo.uri())))
            .thenComparing(Candidate::uri));
    var near = useful.rule().has(UsefulCheck.DUPLICATES) ? rule.near() : Optional.<NearRule>empty();
    var different = Repeats.withoutNear(good, near, decisions);
    var reason = ItemReason.of(item, different.size(), rule.require());
    place(different, reason, worth, decisions);
    return new ItemDecision(
        item.item(),
        reason,
        detail(reason, item, different.size()),
        ItemMood.of(distinct),
        decisions.stream().map(photo -> photo.with(worth.get(photo.uri()))).toList());
  }

  @Override
  public int keep() {
    return rule.keep();
  }

  @Override
  public Curator keeping(int other) {
    return new UsefulCurator(rule.keeping(other), useful);
  }

  private static double score(@Nullable Usefulness worth) {
    return worth == null ? 0 : worth.score();
  }

  private void place(
      List<Candidate> bestFirst,
      ItemReason reason,
      Map<String, Usefulness> worth,
      List<PhotoDecision> decisions) {
    for (int i = 0; i < bestFirst.size(); i++) {
      var photo = bestFirst.get(i);
      var found = worth.get(photo.uri());
      var words = found == null ? "" : found.words();
      if (reason != ItemReason.KEPT) {
        decisions.add(PhotoDecision.dropped(photo, PhotoReason.ITEM_DROPPED, reason.code()));
      } else if (i < rule.keep()) {
        decisions.add(
            new PhotoDecision(
                photo.uri(), i + 1, PhotoReason.REPRESENTATIVE, words, photo.score()));
      } else {
        decisions.add(PhotoDecision.dropped(photo, PhotoReason.NOT_SELECTED, words));
      }
    }
  }

  private String detail(ItemReason reason, ItemCandidates item, int different) {
    return switch (reason) {
      case KEPT, KEPT_BY_HAND, ALL_BANNED_BY_HAND -> "";
      case ALL_UNREADABLE -> "none of its " + item.total() + " files gave a picture";
      case TOO_FEW_IMAGES ->
          "it came with " + item.total() + " files, " + rule.require() + " photos are required";
      case TOO_FEW_ABOVE_THRESHOLD ->
          different
              + " of its "
              + item.photos().size()
              + " photos are useful and different; "
              + Math.max(1, rule.require())
              + " are required";
    };
  }
}
