package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnnxTextEncoderTest {
  private static final String DOG = "잔디 위를 달리는 개";
  private static OnnxTextEncoder encoder;

  @BeforeAll
  static void load() throws IOException {
    encoder = (OnnxTextEncoder) ModelPack.embedded(Threads.SINGLE).texts();
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  /// Ids and first components as the training wrote them, before this code was there.
  @Test
  void agreesWithTheValuesOfTheTraining() {
    assertThat(encoder.ids("a dog running on the grass")).containsExactly(2, 20, 66, 14, 6, 89);
    assertThat(encoder.ids("ＣＡＦＥ  인테리어 사진")).containsExactly(1004, 2871, 181);
    assertThat(encoder.ids(DOG)).containsExactly(1528, 144, 10, 269, 32);
    var vector = encoder.encode(List.of(DOG)).getFirst().toArray();
    assertThat(vector[0]).isCloseTo(0.024464f, within(2e-6f));
    assertThat(vector[1]).isCloseTo(0.034315f, within(2e-6f));
    assertThat(vector[7]).isCloseTo(0.024105f, within(2e-6f));
    assertThat(encoder.logitScale()).isCloseTo(15.9007, within(1e-4));
  }

  @Test
  void composedAndDecomposedKoreanAreOneText() {
    var decomposed = Normalizer.normalize(DOG, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(DOG);

    assertThat(encoder.ids(decomposed)).isEqualTo(encoder.ids(DOG));
    var both = encoder.encode(List.of(DOG, decomposed));
    assertThat(both.get(0).toArray()).containsExactly(both.get(1).toArray(), within(1e-5f));
  }

  @Test
  void aTextWithoutTokensIsTheUnknownOne() {
    assertThat(encoder.ids("")).containsExactly(1);
    assertThat(encoder.ids(" \t\n")).containsExactly(1);
    assertThat(encoder.encode(List.of(""))).hasSize(1);
    assertThat(encoder.encode(List.of())).isEmpty();
  }

  @Test
  void aLongTextIsCutAtTheModelsLength() {
    assertThat(encoder.ids("a dog on the beach and ".repeat(500))).hasSize(48);
  }

  @Test
  void aTextHasOneVectorInWhateverBatchItComes() throws IOException {
    var texts = texts(19);
    var together = encoder.encode(texts);
    try (var fresh = ModelPack.embedded(Threads.SINGLE).texts()) {
      for (int i = 0; i < texts.size(); i++) {
        var alone = fresh.encode(List.of(texts.get(i))).getFirst();
        assertThat(alone.toArray()).containsExactly(together.get(i).toArray(), within(1e-5f));
      }
    }
    assertThat(together.get(0).cosine(together.get(1))).isLessThan(0.9999f);
  }

  @Test
  void repeatedTextsKeepTheirPlaces() {
    var found = encoder.encode(List.of("a cat", "영수증", "a cat"));

    assertThat(found.get(2)).isEqualTo(found.get(0));
    assertThat(found.get(1)).isNotEqualTo(found.get(0));
  }

  @Test
  void threadsEncodeAtOnceWithTheSameResults() throws Exception {
    var texts = texts(30);
    var expected = encoder.encode(texts);
    try (var fresh = ModelPack.embedded(Threads.SINGLE).texts();
        var pool = Executors.newFixedThreadPool(4)) {
      var work = new ArrayList<Callable<List<Embedding>>>();
      for (int i = 0; i < 16; i++) {
        int from = i;
        work.add(() -> fresh.encode(texts.subList(from, from + 8)));
      }
      int from = 0;
      for (var result : pool.invokeAll(work)) {
        var found = result.get();
        for (int i = 0; i < found.size(); i++) {
          assertThat(found.get(i).toArray())
              .containsExactly(expected.get(from + i).toArray(), within(1e-5f));
        }
        from++;
      }
    }
  }

  @Test
  void aClosedEncoderSaysSo() throws IOException {
    var closed = ModelPack.embedded(Threads.SINGLE).texts();
    closed.close();
    closed.close();

    assertThatThrownBy(() -> closed.encode(List.of("a text that was not asked for before")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was closed");
  }

  private static List<String> texts(int count) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      texts.add("a photo of dog " + i + (i % 3 == 0 ? " 잔디 위를 달리는" : ""));
    }
    return texts;
  }
}
