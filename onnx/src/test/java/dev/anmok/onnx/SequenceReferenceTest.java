package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import dev.anmok.core.image.Decoded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The searches answer what the transformers library generated from the same models, in
/// tiny-reference.json by `training/packs/tiny_reference.py`; and with a key-value cache the same
/// as without.
class SequenceReferenceTest {
  private static final double SCORE = 2e-4;

  private record Case(String input, Decoding decoding, List<Long> ids, JsonNode score) {}

  private static List<Case> cases(String key) throws IOException {
    try (var in = SequenceReferenceTest.class.getResourceAsStream("tiny-reference.json")) {
      var file = Objects.requireNonNull(in).readAllBytes();
      var mapper = JsonMapper.builder().build();
      var cases = new java.util.ArrayList<Case>();
      for (var one : mapper.readTree(file).get(key)) {
        var decoding = mapper.writeValueAsBytes(one.get("decoding"));
        var ids = new java.util.ArrayList<Long>();
        one.get("ids").forEach(id -> ids.add(id.longValue()));
        cases.add(
            new Case(
                one.get("input").stringValue(),
                Decoding.parse(PackJson.parse("tiny-reference.json", decoding)),
                ids,
                one.get("score")));
      }
      return cases;
    }
  }

  private static void compare(Case one, Decoding.Found found) {
    var what = one.input() + " with " + one.decoding();
    assertThat(found.ids()).as(what).isEqualTo(one.ids());
    if (one.score().isNumber()) {
      assertThat(found.score()).as(what).isCloseTo(one.score().doubleValue(), within(SCORE));
    }
  }

  private static Decoding.Found slowly(SequenceModel model, Map<String, OnnxTensor> states) {
    try {
      return new SequenceSearch(model.decoding())
          .search(new RecomputedSteps(model.decoder(), states));
    } finally {
      states.values().forEach(OnnxTensor::close);
    }
  }

  private static Decoding.Found quickly(SequenceModel model, Map<String, OnnxTensor> states) {
    try (var steps = new CachedSteps(model.decoder(), states)) {
      return new SequenceSearch(model.decoding()).search(steps);
    }
  }

  @Test
  void textsAreTranslatedAsByTheReferenceUnderEverySetting() throws IOException {
    try (var translator = TinyPacks.open(TinyPacks.TRANSLATOR).openTranslator()) {
      var cases = cases("texts");
      assertThat(cases).hasSizeGreaterThan(100);
      for (var one : cases) {
        var model = translator.model().with(one.decoding());
        var words = translator.words();
        long[] ids = translator.ids(one.input());
        var found = quickly(model, model.textStates(words.inputIds(), words.attentionMask(), ids));
        compare(one, found);
        var slow = slowly(model, model.textStates(words.inputIds(), words.attentionMask(), ids));
        assertThat(slow.ids()).as(one.input()).isEqualTo(found.ids());
        assertThat(slow.score()).isCloseTo(found.score(), within(SCORE));
      }
    }
  }

  @Test
  void picturesAreCaptionedAsByTheReferenceUnderEverySetting() throws Exception {
    try (var captioner = TinyPacks.open(TinyPacks.CAPTIONER).openCaptioner()) {
      var cases = cases("pictures");
      assertThat(cases).hasSizeGreaterThan(50);
      for (var one : cases) {
        var model = captioner.model().with(one.decoding());
        var found = quickly(model, states(captioner, model, one.input()));
        compare(one, found);
        var slow = slowly(model, states(captioner, model, one.input()));
        assertThat(slow.ids()).as(one.input()).isEqualTo(found.ids());
        assertThat(slow.score()).isCloseTo(found.score(), within(SCORE));
      }
    }
  }

  private static Map<String, OnnxTensor> states(
      OnnxCaptioner captioner, SequenceModel model, String file) throws Exception {
    var bytes = Files.readAllBytes(TinyPacks.folder(TinyPacks.CAPTIONER).resolve("golden/" + file));
    var picture = ((Decoded.Image) new ImageIoDecoder().decode(bytes, 0)).pixels();
    var side = captioner.side();
    var buffer =
        ByteBuffer.allocateDirect(Float.BYTES * side.preprocess().length())
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    side.preprocess().into(picture, buffer, 0);
    long[] shape = {1, 3, captioner.inputSide(), captioner.inputSide()};
    var pixels = OnnxTensor.createTensor(model.encoder().tensors(), buffer, shape);
    return model.states(Map.of(side.input(), pixels));
  }
}
