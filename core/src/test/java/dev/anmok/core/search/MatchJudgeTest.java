package dev.anmok.core.search;

import static dev.anmok.core.search.MatchStrength.FAIR;
import static dev.anmok.core.search.MatchStrength.STRONG;
import static dev.anmok.core.search.MatchStrength.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.Embedding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchJudgeTest {
  private static final Embedding VECTOR =
      Embedding.normalize(SamplePhotos.space(2), new float[] {1, 0});

  /// Strong from a cosine of 0.5, fair from 0.2, whatever the size.
  private static final MatchModel WORDS = new MatchModel(-10, 20, 0, 0, -106, 0, 100 / 2.25036733);

  /// Photos need 0.9 to be strong.
  private static final MatchModel PHOTO = new MatchModel(-18, 20, 0, 0, -3, 0, 1);

  private final MatchJudge judge =
      new MatchJudge(
          new MatchScale(Map.of(QueryKind.WORDS, WORDS, QueryKind.PHOTO, PHOTO), "a test"),
          _ -> new Spread(0, 0.1),
          100,
          Map.of("photo", QueryKind.PHOTO));

  private static SubQuery.ByVector vector(String name, double weight) {
    return new SubQuery.ByVector(name, weight, VECTOR);
  }

  private static Share share(SubQuery part, double score) {
    return new Share(part, 1, score, 0, 0, part.name(), 1, List.of());
  }

  private static Found found(Share... why) {
    var hit = new Hit("a.jpg", "00", "a", "A", 0.5f);
    return new Found(hit, List.of(hit), 0.5, List.of(why));
  }

  @Test
  void eachVectorIsJudgedByWhatItWasMadeOf() {
    assertThat(judge.of(found(share(vector("words", 1), 0.6)))).isEqualTo(STRONG);
    assertThat(judge.of(found(share(vector("photo", 1), 0.6)))).isEqualTo(WEAK);
    assertThat(judge.of(found(share(vector("photo", 1), 0.95)))).isEqualTo(STRONG);
  }

  @Test
  void bestEvidenceCountsAndUnwantedNone() {
    var weak = share(vector("photo", 1), 0.1);
    var fair = share(vector("words", 1), 0.4);
    var unwanted = share(vector("less", -1), 0.9);

    assertThat(judge.of(found(weak, fair, unwanted))).isEqualTo(FAIR);
    assertThat(judge.of(found(weak, unwanted))).isEqualTo(WEAK);
  }

  @Test
  void winningReadingIsJudged() {
    var readings = new SubQuery.BestOf("words", 1, List.of(vector("photo", 1), vector("en", 1)));
    var share = new Share(readings, 1, 0.6, 0, 0, "en", 1, List.of());

    assertThat(judge.of(found(share))).isEqualTo(STRONG);
  }

  @Test
  void wordsThatDidNotMatchAreWeak() {
    var words = new SubQuery.ByWords("text", 1, "hat");
    var match = List.of(new TextHit.Match(TextRole.TITLE, "hat", "hat"));

    assertThat(judge.of(found(new Share(words, 0, 0, 0, 0, "text", 0, List.of())))).isEqualTo(WEAK);
    assertThat(judge.of(found(new Share(words, 1, 3, 1, 0, "text", 1, match)))).isEqualTo(STRONG);
  }

  @Test
  void answerOfWeakHitsHasNoGoodMatch() {
    var weak = found(share(vector("photo", 1), 0.1));
    var fair = found(share(vector("words", 1), 0.4));

    assertThat(judge.refuses(List.of(weak, weak))).isTrue();
    assertThat(judge.refuses(List.of(weak, fair))).isFalse();
    assertThat(judge.refuses(List.of())).isTrue();
  }
}
