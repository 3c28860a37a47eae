package dev.anmok.app.album;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.NearRule;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DuplicatesOptionsTest {
  private static final DuplicateRule RULE =
      new DuplicateRule(
          DuplicateMethod.DEFAULT, DuplicateLevel.SIMILAR, new NearRule(10, 0.9), 0.95, 0.1, 2);

  @Test
  void nothingSentLeavesTheRuleAsItIs() {
    assertThat(read(Map.of())).isEqualTo(DuplicatesOptions.DEFAULT);
    assertThat(DuplicatesOptions.DEFAULT.applyTo(RULE)).isEqualTo(RULE);
  }

  @Test
  void whatIsSentGoesBeforeTheRule() {
    var rule = read(Map.of("level", "near", "threshold", "0.8")).applyTo(RULE);

    assertThat(rule.level()).isEqualTo(DuplicateLevel.NEAR);
    assertThat(rule.similar()).hasValue(0.8);
    assertThat(read(Map.of("method", "dbscan", "eps", "0.2", "min-samples", "3")).applyTo(RULE))
        .isEqualTo(
            new DuplicateRule(
                DuplicateMethod.DBSCAN, DuplicateLevel.SIMILAR, RULE.near(), 0.95, 0.2, 3));
  }

  @Test
  void badValuesAreNamed() {
    refused(Map.of("method", "kmeans"), "method must be default or dbscan, was kmeans");
    refused(Map.of("level", "chained"), "level must be exact, near or similar, was chained");
    refused(Map.of("threshold", "2"), "threshold must be a number from -1.0 to 1.0, was 2");
    refused(Map.of("min-samples", "0"), "min-samples must be a whole number from 1");
    refused(Map.of("eps", "0"), "eps must be");
    refused(Map.of("eps", "NaN"), "eps must be");
    refused(Map.of("eps", "0.1"), "eps and min-samples are for the method dbscan");
    refused(Map.of("method", "dbscan", "level", "near"), "level is for the default method");
  }

  private static void refused(Map<String, String> settings, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(settings).applyTo(RULE))
        .withMessageContaining(message);
  }

  private static DuplicatesOptions read(Map<String, String> settings) {
    return DuplicatesOptions.read(name -> Optional.ofNullable(settings.get(name)));
  }
}
