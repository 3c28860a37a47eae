package dev.anmok.core.curate;

import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.quality.BlurVerdict;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.score.LensRange;
import dev.anmok.core.score.Threshold;
import java.util.Locale;
import java.util.Optional;

/// Says of one photo how useful it is, and what puts it behind the useful ones.
///
/// @param rule weights and checks
/// @param judge says whether it is sharp
/// @param threshold a delta that does not exceed it is off topic
/// @param range where a delta counts from and to
record UsefulJudge(UsefulRule rule, BlurJudge judge, Threshold threshold, LensRange range) {
  /// Why a photo comes behind the useful ones.
  record Fault(PhotoReason reason, String detail) {}

  /// What is said of a photo.
  ///
  /// @param usefulness empty if what is asked was not measured
  /// @param fault what puts it behind the useful ones, the gravest; empty if nothing does
  record Look(Optional<Usefulness> usefulness, Optional<Fault> fault) {}

  /// Looks at a photo.
  Look at(Candidate photo) {
    var detail = photo.detail();
    if (lacks(detail)) {
      return new Look(Optional.empty(), Optional.of(new Fault(PhotoReason.NOT_MEASURED, "")));
    }
    var verdict = detail.map(judge::judge);
    var usefulness =
        Usefulness.of(
            detail.flatMap(found -> verdict.map(said -> clear(found, said))).orElse(0.0),
            range.share(photo.score().delta()),
            detail.map(found -> exposed(photo, found)).orElse(0.0),
            rule.sizeShare(shorterSide(photo)),
            rule.weights());
    var fault = verdict.flatMap(this::fault).or(() -> tooSmall(photo)).or(() -> offTopic(photo));
    return new Look(Optional.of(usefulness), fault);
  }

  /// Whether something that is asked was not measured. The method's own measures are asked where
  /// its score is.
  private boolean lacks(Optional<Detail> detail) {
    boolean scored = rule.has(UsefulCheck.BLUR) || rule.weights().clear() > 0;
    return detail.isEmpty() ? rule.needsDetail() : scored && !judge.measured(detail.get());
  }

  /// Where nothing could be sharp, nothing is held against it.
  private double clear(Detail detail, BlurVerdict verdict) {
    if (rule.weights().clear() == 0) {
      return 0;
    }
    return verdict instanceof BlurVerdict.FlatScene
        ? 0.5
        : Clearness.of(judge.method(), detail.blur());
  }

  private double exposed(Candidate photo, Detail detail) {
    return Usefulness.exposed(
        detail.darkShare(), judge.limits().darkShare(), photo.measures().lumaMean());
  }

  private static int shorterSide(Candidate photo) {
    return Math.min(photo.facts().width(), photo.facts().height());
  }

  private Optional<Fault> fault(BlurVerdict verdict) {
    return switch (verdict) {
      case BlurVerdict.TooDark _ -> fault(UsefulCheck.EXPOSURE, PhotoReason.TOO_DARK, "", verdict);
      case BlurVerdict.TooBright _ ->
          fault(UsefulCheck.EXPOSURE, PhotoReason.TOO_BRIGHT, "", verdict);
      case BlurVerdict.Blurry blurry ->
          fault(UsefulCheck.BLUR, PhotoReason.BLURRED, blurry.kind().code() + ": ", verdict);
      case BlurVerdict.Sharp _, BlurVerdict.FlatScene _, BlurVerdict.Uncertain _ ->
          Optional.empty();
    };
  }

  private Optional<Fault> fault(
      UsefulCheck check, PhotoReason reason, String kind, BlurVerdict verdict) {
    if (!rule.has(check)) {
      return Optional.empty();
    }
    var first = verdict.evidence().getFirst();
    var words =
        String.format(
            Locale.ROOT,
            "%s%s %.3f is over %.3f",
            kind,
            first.what(),
            first.value(),
            first.limit());
    return Optional.of(new Fault(reason, words));
  }

  private Optional<Fault> tooSmall(Candidate photo) {
    int side = shorterSide(photo);
    return rule.has(UsefulCheck.SIZE) && side < rule.leastSide()
        ? Optional.of(
            new Fault(
                PhotoReason.TOO_SMALL,
                side + " pixels on the shorter side are under " + rule.leastSide()))
        : Optional.empty();
  }

  private Optional<Fault> offTopic(Candidate photo) {
    double delta = photo.score().delta();
    return rule.has(UsefulCheck.OFF_TOPIC) && !threshold.passes(delta)
        ? Optional.of(
            new Fault(
                PhotoReason.OFF_TOPIC,
                String.format(
                    Locale.ROOT, "delta %.4f is not over %.4f", delta, threshold.value())))
        : Optional.empty();
  }
}
