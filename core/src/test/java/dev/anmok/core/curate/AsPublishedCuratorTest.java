package dev.anmok.core.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.score.ContrastScore;
import dev.anmok.core.score.Prompt;
import dev.anmok.core.score.PromptSet;
import dev.anmok.core.score.Softmax;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In two dimensions: interior is the x axis, food the y axis, the logit scale is 1.
class AsPublishedCuratorTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "00", "none", "none", 2);

  @Test
  void choosesCandidatesByInteriorAndClosenessToTheirCentroid() {
    var decision =
        decide(2, photo("room", 0), photo("corner", 30), photo("hall", 10), photo("cake", 80));

    // candidates: 0°, 10°, 30°; the centroid lies at 13.2°
    assertThat(decision.representatives())
        .extracting(PhotoDecision::uri)
        .containsExactly("room", "hall");
    assertThat(reason(decision, "corner")).isEqualTo(PhotoReason.NOT_SELECTED);
    assertThat(reason(decision, "cake")).isEqualTo(PhotoReason.BELOW_THRESHOLD);
    double interior = 1 / (1 + Math.exp(Math.sin(radians(10)) - Math.cos(radians(10))));
    double x = Math.cos(0) + Math.cos(radians(10)) + Math.cos(radians(30));
    double y = Math.sin(radians(10)) + Math.sin(radians(30));
    double centroid = Math.toDegrees(Math.atan2(y, x));
    double expected = 0.6 * interior + 0.4 * Math.cos(radians(centroid - 10));
    var stated = decision.representatives().getLast().detail().replaceAll(".*score ", "");
    assertThat(Double.parseDouble(stated)).isCloseTo(expected, within(1e-4));
  }

  @Test
  void withoutACandidateTheHighestInteriorProbabilitiesAreTaken() {
    var decision = decide(2, photo("cake", 90), photo("bread", 70), photo("tart", 60));

    assertThat(decision.kept()).isTrue();
    assertThat(decision.representatives())
        .extracting(PhotoDecision::uri)
        .containsExactly("tart", "bread");
  }

  @Test
  void anItemWithoutReadablePhotosIsDropped() {
    var curator = new AsPublishedCurator(5, Softmax.bind(prompts(), new Axes()));

    var decision = curator.decide(new ItemCandidates("cafe", List.of(), List.of()));

    assertThat(decision.kept()).isFalse();
  }

  private static ItemDecision decide(int keep, Candidate... photos) {
    return new AsPublishedCurator(keep, Softmax.bind(prompts(), new Axes()))
        .decide(new ItemCandidates("cafe", List.of(photos), List.of()));
  }

  private static PhotoReason reason(ItemDecision decision, String uri) {
    return decision.photos().stream()
        .filter(p -> p.uri().equals(uri))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  private static PromptSet prompts() {
    return new PromptSet(List.of(Prompt.of("interior")), List.of(Prompt.of("food")));
  }

  private static Candidate photo(String uri, double degrees) {
    var measures = new Measures(0, 128, 40, 10);
    return new Candidate(
        uri,
        uri,
        new ImageFacts("jpeg", 640, 480),
        measures,
        null,
        at(degrees),
        new ContrastScore(0, 0));
  }

  private static Embedding at(double degrees) {
    return Embedding.normalize(
        SPACE,
        new float[] {(float) Math.cos(radians(degrees)), (float) Math.sin(radians(degrees))});
  }

  private static double radians(double degrees) {
    return Math.toRadians(degrees);
  }

  private static final class Axes implements TextEncoder {
    @Override
    public VectorSpace space() {
      return SPACE;
    }

    @Override
    public double logitScale() {
      return 1;
    }

    @Override
    public List<Embedding> encode(List<String> texts) {
      return texts.stream().map(text -> at(text.equals("interior") ? 0 : 90)).toList();
    }

    @Override
    public void close() {}
  }
}
