package dev.anmok.app.review;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.quality.BlurBand;
import dev.anmok.core.quality.BlurJudge;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMeasures;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.quality.NetRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Photos of known scores, and a judge that calls them sharp up to 0, blurry over 2.
final class ScoredPhotos {
  static final BlurOpinions OPINIONS = opinions(new BlurBand(0, 2));

  private static final VectorSpace SPACE = new VectorSpace("fake", "00ff", "squash 8", "none", 2);
  private static final float[] VECTOR = {1, 0};

  private ScoredPhotos() {}

  static BlurOpinions opinions(BlurBand band) {
    return new BlurOpinions(new BlurJudge(new NetRule(band), BlurJudge.Limits.DEFAULT));
  }

  static String sha(int n) {
    return "%064x".formatted(n);
  }

  /// A photo with a score.
  static Ingested scored(String uri, String item, int n, double score) {
    return ingested(uri, item, n, detail(0, BlurMeasures.of(Map.of(BlurMeasure.BDNET, score))));
  }

  /// A photo too dark for any score to count.
  static Ingested dark(String uri, int n) {
    return ingested(uri, "", n, detail(1, BlurMeasures.of(Map.of(BlurMeasure.BDNET, 1.0))));
  }

  /// A photo that no network looked at.
  static Ingested unscored(String uri, int n) {
    return ingested(uri, "", n, detail(0, BlurMeasures.of(Map.of())));
  }

  /// A photo that was not measured at native resolution.
  static Ingested unmeasured(String uri, int n) {
    return ingested(uri, "", n, null);
  }

  /// Another place of a photo.
  static Ingested again(String uri, String item, int n) {
    return new Ingested(new SourcePhoto(uri, its(item)), 1, 1, new Outcome.Known(sha(n)));
  }

  /// The same photo with another digest.
  static Ingested called(Ingested ingested, String sha256) {
    var before = (Outcome.Processed) ingested.outcome();
    var photo = before.photo();
    var named =
        new Photo(sha256, photo.bytes(), photo.facts(), photo.measures(), photo.detailOrNull());
    return new Ingested(ingested.source(), 1, 1, new Outcome.Processed(named, before.embedding()));
  }

  private static Detail detail(double darkShare, BlurMeasures blur) {
    return new Detail(sha(0), 1, 1, 0, darkShare, 0, blur);
  }

  private static @Nullable Item its(String item) {
    return item.isEmpty() ? null : new Item(item, item, Map.of());
  }

  private static Ingested ingested(String uri, String item, int n, @Nullable Detail detail) {
    var photo =
        new Photo(sha(n), 1, new ImageFacts("jpeg", 8, 8), new Measures(n, 0, 0, 0), detail);
    var outcome = new Outcome.Processed(photo, Embedding.normalize(SPACE, VECTOR.clone()));
    return new Ingested(new SourcePhoto(uri, its(item)), 1, 1, outcome);
  }
}
