package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.Caption;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.text.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SequencePackTest {
  @TempDir Path directory;

  @Test
  void translatesWhatItLearnt() throws IOException {
    try (var translator = TinyPacks.open(TinyPacks.TRANSLATOR).translator()) {
      var decomposed = Normalizer.normalize("빨간 원", Normalizer.Form.NFD);
      assertThat(translator.translate(List.of("빨간 원", "노란 사각형과 검은 고양이", decomposed), "ko", "en"))
          .containsExactly(
              new Translation.Translated("red circle"),
              new Translation.Translated("yellow square and black cat"),
              new Translation.Translated("red circle"));
    }
  }

  @Test
  void whatCannotBeTranslatedIsAValue() throws IOException {
    try (var translator = TinyPacks.open(TinyPacks.TRANSLATOR).translator()) {
      var blank = translator.translate(List.of("  "), "ko", "en").getFirst();
      var turned = translator.translate(List.of("red circle"), "en", "ko").getFirst();

      assertThat(((Translation.Failed) blank).reason()).isEqualTo(Translation.Reason.EMPTY);
      assertThat(turned)
          .isEqualTo(
              new Translation.Failed(
                  Translation.Reason.UNSUPPORTED,
                  "tiny-ko-en translates from [ko] to [en], not from en to ko"));
    }
  }

  @Test
  void aVeryLongTextIsCutAndAnswered() throws IOException {
    try (var translator = TinyPacks.open(TinyPacks.TRANSLATOR).openTranslator()) {
      assertThat(translator.ids("빨간 원 ".repeat(500))).hasSize(32).endsWith(0);
      assertThat(translator.translate(List.of("빨간 원 ".repeat(500)), "ko", "en")).hasSize(1);
    }
  }

  @Test
  void threadsMayShareATranslator() throws Exception {
    try (var translator = TinyPacks.open(TinyPacks.TRANSLATOR).translator();
        var threads = Executors.newFixedThreadPool(4)) {
      var answers = new ArrayList<Future<List<Translation>>>();
      for (int i = 0; i < 40; i++) {
        var text = i % 2 == 0 ? "작은 파란 별" : "나무";
        answers.add(threads.submit(() -> translator.translate(List.of(text), "ko", "en")));
      }
      for (int i = 0; i < 40; i++) {
        assertThat(answers.get(i).get())
            .containsExactly(new Translation.Translated(i % 2 == 0 ? "small blue star" : "tree"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "circle-red-white.png,a red circle on a white background",
    "triangle-green-white.png,a green triangle on a white background"
  })
  void captionsWhatIsDrawn(String file, String caption) throws IOException {
    var bytes = Files.readAllBytes(TinyPacks.folder(TinyPacks.CAPTIONER).resolve("golden/" + file));
    var picture = ((Decoded.Image) new ImageIoDecoder().decode(bytes, 0)).pixels();
    try (var captioner = TinyPacks.open(TinyPacks.CAPTIONER).captioner()) {
      var said = (Caption.Said) captioner.caption(picture);

      assertThat(said.text()).isEqualTo(caption);
      assertThat(said.score()).isBetween(-1.0, 0.0);
      assertThat(captioner.language()).isEqualTo("en");
    }
  }

  @Test
  void verifiesWhatItStates() throws IOException {
    assertThat(TinyPacks.open(TinyPacks.TRANSLATOR).verify(new ImageIoDecoder()))
        .containsExactly(
            "6 files have the stated SHA-256", "8 texts have the stated tokens and translations");
    assertThat(TinyPacks.open(TinyPacks.CAPTIONER).verify(new ImageIoDecoder()))
        .containsExactly(
            "9 files have the stated SHA-256",
            "the test pattern has the stated caption",
            "4 pictures have the stated captions");
  }

  @Test
  void aChangedModelIsRefused() throws IOException {
    var copy = TinyPacks.copy(TinyPacks.TRANSLATOR, directory);
    var weights = copy.root().resolve("decoder_model.onnx");
    var bytes = Files.readAllBytes(weights);
    bytes[bytes.length / 2] ^= 1;
    Files.write(weights, bytes);
    var pack = SequencePack.open(copy.root(), Threads.SINGLE);

    assertThatThrownBy(pack::translator)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("decoder_model.onnx has SHA-256");
  }

  @Test
  void aModelThatAnswersSomethingElseIsRefused() throws IOException {
    var copy =
        TinyPacks.copy(TinyPacks.TRANSLATOR, directory)
            .edit(
                "golden.json",
                json -> {
                  var first = (ObjectNode) ((ArrayNode) json.get("texts")).get(0);
                  first.put("translation", "blue circle");
                })
            .restate();

    assertThatThrownBy(() -> SequencePack.open(copy.root(), Threads.SINGLE).translator())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("text '빨간 원' must be translated to blue circle, not red circle");
  }

  @Test
  void aDecoderOfAnotherFormIsRefused() throws IOException {
    var copy =
        TinyPacks.copy(TinyPacks.TRANSLATOR, directory)
            .edit(json -> ((ObjectNode) json.get("decoder")).put("first", "encoder_model.onnx"));

    assertThatThrownBy(() -> SequencePack.open(copy.root(), Threads.SINGLE).translator())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("encoder_model.onnx of pack");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "beams|0|decoding.beams must be a whole number from 1 to 32, was 0",
        "max_length|1|decoding.max_length must be a whole number from 2 to 1024, was 1",
        "start_id|-1|decoding.start_id must be a whole number from 0 to 10000000, was -1"
      })
  void settingsOutOfRangeAreNamed(String key, int value, String message) throws IOException {
    var copy =
        TinyPacks.copy(TinyPacks.TRANSLATOR, directory)
            .edit(json -> ((ObjectNode) json.get("decoding")).put(key, value));

    assertThatThrownBy(() -> SequencePack.open(copy.root(), Threads.SINGLE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aPackIsWhatItIs() throws IOException {
    var translator = TinyPacks.open(TinyPacks.TRANSLATOR);
    assertThat(translator.kind()).isEqualTo(PackKind.TRANSLATOR);
    assertThatThrownBy(translator::captioner)
        .isInstanceOf(IOException.class)
        .hasMessage("the pack tiny-ko-en is a translator, not a captioner");
    assertThatThrownBy(() -> ModelPack.open(TinyPacks.folder("tiny-ko-en"), Threads.SINGLE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("kind must be encoder");
  }

  @Test
  void theStoreHasBothKinds() throws IOException {
    TinyPacks.copy(TinyPacks.TRANSLATOR, directory);
    TinyPacks.copy(TinyPacks.CAPTIONER, directory);
    var store = new ModelStore(directory, Threads.SINGLE);

    assertThat(store.list().stream().map(stored -> ((StoredPack.Usable) stored).pack().id()))
        .containsExactly("anmok-mini", "tiny-captions", "tiny-ko-en");
    assertThat(store.sequence("tiny-ko-en").to()).containsExactly("en");
    assertThatThrownBy(() -> store.find("tiny-ko-en"))
        .isInstanceOf(IOException.class)
        .hasMessage("the model tiny-ko-en is a translator, not an encoder");
    assertThatThrownBy(() -> store.sequence("opus"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there are tiny-captions, tiny-ko-en")
        .hasMessageContaining("anmok models add FOLDER");
  }
}
