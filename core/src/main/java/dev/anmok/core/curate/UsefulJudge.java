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

  /// How useful a photo is; empty if what is asked was not measured.
  Optional<Usefulness> measure(Candidate photo) {
    var detail = photo.detail().filter(this::measured);
    if (detail.isEmpty() && rule.needsDetail()) {
      return Optional.empty();
    }
    return Optional.of(
        Usefulness.of(
            detail.map(this::clear).orElse(0.0),
            range.share(photo.score().delta()),
            detail.map(found -> exposed(photo, found)).orElse(0.0),
            rule.sizeShare(shorterSide(photo)),
            rule.weights()));
  }

  private boolean measured(Detail detail) {
    return judge.method().inputs().stream().allMatch(detail.blur()::has);
  }

  /// Where nothing could be sharp, nothing is held against it.
  private double clear(Detail detail) {
    return judge.judge(detail) instanceof BlurVerdict.FlatScene
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

  /// What puts it behind the useful ones, the gravest first; empty if nothing does.
  Optional<Fault> fault(Candidate photo) {
    var detail = photo.detail().filter(this::measured);
    if (detail.isEmpty() && rule.needsDetail()) {
      return Optional.of(new Fault(PhotoReason.NOT_MEASURED, ""));
    }
    return detail
        .flatMap(found -> fault(judge.judge(found)))
        .or(() -> tooSmall(photo))
        .or(() -> offTopic(photo));
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
