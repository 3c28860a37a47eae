package dev.anmok.app.review;

import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.Reviews;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.quality.Detail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/// What a judge of blur says of photos. Thread-safe.
public final class BlurOpinions implements Opinions {
  private static final int VERSION_DIGITS = 12;

  private final BlurJudge judge;
  private final String version;

  /// The opinions of a judge.
  public BlurOpinions(BlurJudge judge) {
    this.judge = judge;
    this.version = version(judge);
  }

  /// A judge is a record of records, so its text holds every threshold and weight.
  private static String version(BlurJudge judge) {
    var text = Detail.DEFINITION + " " + judge;
    return Photo.digest(text.getBytes(StandardCharsets.UTF_8)).substring(0, VERSION_DIGITS);
  }

  @Override
  public Answers answers() {
    return Answers.BLUR;
  }

  @Override
  public String method() {
    return judge.method().code();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Optional<Opinion> of(Photo photo) {
    return photo.detail().filter(judge::measured).map(this::of);
  }

  @Override
  public Stream<Said> all(Reviews reviews) throws IOException {
    return reviews
        .photos(subject(), version)
        .map(each -> new Said(each.photo().sha256(), of(each.photo()).orElse(null)));
  }

  private BlurOpinion of(Detail detail) {
    var verdict = judge.judge(detail);
    double score = judge.method().score(detail.blur());
    var machine = new MachineVerdict(verdict.code(), method(), version, score);
    return new BlurOpinion(verdict, machine, distance(score, judge.method().band()));
  }

  private static double distance(double score, BlurBand band) {
    double half = (band.blurryOver() - band.sharpUpTo()) / 2;
    double distance = Math.abs(score - band.sharpUpTo() - half) / half;
    return Double.isFinite(distance) ? distance : Double.POSITIVE_INFINITY;
  }
}
