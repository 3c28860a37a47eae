package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anmok.core.embed.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// Public architectures answer what the transformers library answers with the same weights.
class EncoderReferenceTest {
  /// Texts that hold SigLIP's special tokens in plain letters. Its reference takes them for tokens;
  /// here a text cannot say `</s>`.
  private static final Set<String> SPELT = Set.of("<unk>", "</s>", "<s> a </s>", "a </s> b");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"clip", "siglip", "siglip2", "mclip"})
  void textsBecomeTheTokensOfTheReference(String kind) throws IOException {
    var tiny = TinyEncoders.of(kind);
    var texts = TinyEncoders.texts();
    assertThat(texts).hasSize(200);
    var expected = TinyEncoders.ids(tiny.reference().get("ids"));
    var other = new ArrayList<String>();
    try (var encoder = (OnnxTextEncoder) tiny.open("").texts()) {
      for (int i = 0; i < texts.size(); i++) {
        if (!TinyEncoders.boxed(encoder.ids(texts.get(i))).equals(expected.get(i))) {
          other.add(texts.get(i));
        }
      }
    }
    assertThat(other).containsExactlyInAnyOrderElementsOf(kind.equals("siglip") ? SPELT : Set.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip", "siglip", "siglip2", "mclip"})
  void textsHaveTheVectorsOfTheReference(String kind) throws IOException {
    var tiny = TinyEncoders.of(kind);
    assertThat(leastOfTexts(tiny, tiny.open(""))).isGreaterThan(0.9999f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip", "siglip", "siglip2", "mclip"})
  void picturesHaveTheVectorsOfTheReference(String kind) throws IOException {
    var tiny = TinyEncoders.of(kind);
    assertThat(leastOfPictures(tiny, tiny.open(""))).isGreaterThan(0.9999f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip", "siglip"})
  void logitsAreThoseOfTheReference(String kind) throws IOException {
    var tiny = TinyEncoders.of(kind);
    var pack = tiny.open("");
    float cosine =
        tiny.vectors("pictures", pack.space())
            .getFirst()
            .cosine(tiny.vectors("texts", pack.space()).getFirst());
    assertThat(pack.logit(cosine))
        .isCloseTo(tiny.reference().get("logit").doubleValue(), within(1e-3));
  }

  @Test
  void otherPrecisionsComeCloseInSpacesOfTheirOwn() throws IOException {
    var tiny = TinyEncoders.of("clip");
    var half = tiny.open("fp16");
    var whole = tiny.open("int8");

    assertThat(leastOfTexts(tiny, half)).isGreaterThan(0.999f);
    assertThat(leastOfPictures(tiny, half)).isGreaterThan(0.999f);
    assertThat(leastOfTexts(tiny, whole)).isBetween(0.98f, 0.9999f);
    assertThat(leastOfPictures(tiny, whole)).isBetween(0.98f, 0.9999f);
    assertThat(Set.of(tiny.open("").space().id(), half.space().id(), whole.space().id()))
        .hasSize(3);
    assertThat(half.sizeBytes()).isLessThan(tiny.open("").sizeBytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip", "siglip"})
  void aJointGraphGivesTheSameVectors(String kind) throws IOException {
    var tiny = TinyEncoders.of(kind);
    var joint =
        tiny.copy(folder)
            .edit(json -> {
              json.put("graph", "joint");
              ((ObjectNode) json.get("image")).put("file", "model.onnx");
              ((ObjectNode) json.get("image")).put("output", "image_embeds");
              var text = (ObjectNode) json.get("text");
              text.put("file", "model.onnx").put("output", "text_embeds");
              text.put("attention_mask", kind.equals("clip") ? "attention_mask" : "");
            })
            .open();

    assertThat(leastOfTexts(tiny, joint)).isGreaterThan(0.9999f);
    assertThat(leastOfPictures(tiny, joint)).isGreaterThan(0.9999f);
  }

  @Test
  void theRealClipTokenizerGivesTheIdsOfTheReference() throws IOException {
    var file = realTokenizer();
    assumeTrue(file != null, "the tokenizer of OpenAI CLIP is not at hand");
    var rule = new TextSide.TokenRule(Canonical.NONE, 77, false, 49407, 49407);
    var expected = TinyEncoders.clipIds();
    var texts = TinyEncoders.texts();
    try (var tokens = Tokens.open("tokenizer.json", Files.readAllBytes(file), rule)) {
      for (int i = 0; i < texts.size(); i++) {
        assertThat(TinyEncoders.boxed(tokens.ids(texts.get(i))))
            .as(texts.get(i))
            .isEqualTo(expected.get(i));
      }
    }
  }

  private static @org.jspecify.annotations.Nullable Path realTokenizer() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var file = at.resolve("shared/models/clip-tokenizer/tokenizer.json");
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }

  private static float leastOfTexts(TinyEncoders tiny, ModelPack pack) throws IOException {
    var texts = TinyEncoders.texts();
    var expected = new ArrayList<>(tiny.vectors("texts", pack.space()));
    try (var encoder = pack.texts()) {
      var found = encoder.encode(texts);
      List<Embedding> all = new ArrayList<>(found);
      if (pack.id().equals("tiny-siglip")) {
        SPELT.forEach(text -> expected.set(texts.indexOf(text), all.get(texts.indexOf(text))));
      }
      return TinyEncoders.least(expected, all);
    }
  }

  private static float leastOfPictures(TinyEncoders tiny, ModelPack pack) throws IOException {
    try (var encoder = pack.images()) {
      var squares = tiny.squares();
      assertThat(squares).hasSizeGreaterThan(30 - 1);
      return TinyEncoders.least(tiny.vectors("pictures", pack.space()), encoder.encode(squares));
    }
  }
}
