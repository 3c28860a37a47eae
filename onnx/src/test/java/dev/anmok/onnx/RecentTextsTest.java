package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTextsTest {
  private final VectorSpace space = new VectorSpace("test", "00", "none", "none", 2);
  private final Embedding right = Embedding.ofUnit(space, new float[] {1, 0});

  @Test
  void theTextUsedLongestAgoGoesFirst() {
    var recent = new RecentTexts(2);
    recent.put("a", right);
    recent.put("b", right);
    assertThat(recent.find(List.of("a"))).containsOnlyKeys("a");
    recent.put("c", right);

    assertThat(recent.find(List.of("a", "b", "c"))).containsOnlyKeys("a", "c");
    assertThat(recent.size()).isEqualTo(2);
  }
}
