package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// A public encoder whose `model.json` does not fit its files is one clear line.
class EncoderManifestTest {
  @TempDir Path folder;

  @Test
  void wrongNamesAreRefused() throws IOException {
    var clip = TinyEncoders.of("clip").copy(folder);
    clip.edit(json -> ((ObjectNode) json.get("text")).put("attention_mask", "attention_mask"));
    assertRefused(clip.open()::texts, "expected the inputs", "found [input_ids]");

    clip.edit(json -> {
      ((ObjectNode) json.get("text")).put("attention_mask", "").put("output", "text_embedding");
      ((ObjectNode) json.get("image")).put("input", "images");
    });
    assertRefused(clip.open()::texts, "expected the output text_embedding", "text_embeds");
    assertRefused(clip.open()::images, "expected the inputs [images], found [pixel_values]");
  }

  @Test
  void theTextTowerOfAnotherModelIsRefused() throws IOException {
    var clip = TinyEncoders.of("clip").copy(folder);
    Files.copy(
        TinyEncoders.of("siglip2").folder().resolve("text_model.onnx"),
        clip.root().resolve("text_model.onnx"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    clip.restate();
    assertRefused(clip.open()::texts, "text_model.onnx", "expected the output text_embeds");

    clip.edit(json -> ((ObjectNode) json.get("text")).put("output", "pooler_output"));
    assertRefused(
        clip.open()::texts,
        "golden.json",
        "cannot be checked",
        "text_model.onnx",
        "out of data bounds");
  }

  @Test
  void aPoolingThatDoesNotFitIsRefused() throws IOException {
    var mclip = TinyEncoders.of("mclip").copy(folder);
    mclip.edit(json -> ((ObjectNode) json.get("text")).put("pooling", "none"));
    assertRefused(
        mclip.open()::texts,
        "expected output last_hidden_state as float [-1, 24], found float [-1, -1, 24]");

    mclip.edit(json -> ((ObjectNode) json.get("text")).put("pooling", "first"));
    assertRefused(mclip.open()::texts, "golden.json", "cosine");

    mclip.edit(json -> {
      var text = (ObjectNode) json.get("text");
      text.put("pooling", "mean");
      ((ObjectNode) text.get("projection")).put("weight", "linear.weight");
    });
    assertRefused(mclip.open()::texts, "linear.safetensors", "linear.weight must be an object");
  }

  @Test
  void aDamagedProjectionIsRefused() throws IOException {
    var mclip = TinyEncoders.of("mclip").copy(folder);
    var bytes = Files.readAllBytes(mclip.root().resolve("linear.safetensors"));
    var file = mclip.root().resolve("linear.safetensors");

    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 100));
    mclip.restate();
    assertRefused(mclip.open()::texts, "linear.safetensors", "ends before");

    Files.write(file, new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
    mclip.restate();
    assertRefused(mclip.open()::texts, "no safetensors file");

    Files.write(file, bytes);
    mclip.restate().edit(json -> json.put("dimension", 12));
    assertRefused(mclip.open()::images, "a list of 12 numbers");
  }

  @Test
  void graphsAndVariantsMustSayWhatTheyAre() throws IOException {
    var clip = TinyEncoders.of("clip").copy(folder);
    assertRefused(
        () -> ModelPack.open(clip.root(), Threads.SINGLE, "int4"),
        "tiny-clip has no variant 'int4': there are fp16, int8");
    Files.delete(clip.root().resolve("text_model_int8.onnx"));
    clip.open().texts().close();
    assertRefused(
        () -> ModelPack.open(clip.root(), Threads.SINGLE, "int8"),
        "text_model_int8.onnx is missing");

    clip.edit(json -> ((ObjectNode) json.get("variants").get("fp16")).put("text", "none.onnx"));
    assertRefused(clip::open, "variants.fp16.text names 'none.onnx'");
    clip.edit(json -> ((ObjectNode) json.get("variants").get("fp16")).remove("cosine"));
    assertRefused(clip::open, "variants.fp16.cosine", "missing");
    clip.edit(json -> json.remove("variants"));
    clip.edit(json -> json.put("graph", "joint"));
    assertRefused(clip::open, "graph must be joint where image.file is text.file");
    clip.edit(json -> json.put("graph", "both"));
    assertRefused(clip::open, "graph must be split or joint");
    clip.edit(json -> {
      json.remove("graph");
      ((ObjectNode) json.get("text")).put("canonical", "upper");
    });
    assertRefused(clip::open, "text.canonical must be none, lower or siglip");
    clip.edit(
        json -> ((ObjectNode) json.get("text")).put("canonical", "none").put("pooling", "max"));
    assertRefused(clip::open, "text.pooling must be none, mean, first, last");
  }

  @Test
  void everyPrecisionThatIsThereIsVerifiedAndBelongsToThePack() throws IOException {
    var clip = TinyEncoders.of("clip").copy(folder);
    var whole = clip.root().resolve("text_model_int8.onnx");
    var bytes = Files.readAllBytes(whole);

    assertThat(clip.open().files()).contains("text_model_int8.onnx", "vision_model_fp16.onnx");
    assertThat(clip.open().verify(new ImageIoDecoder()))
        .contains(
            "5 files have the stated SHA-256",
            "int8: 5 files have the stated SHA-256",
            "fp16: 5 files have the stated SHA-256");

    bytes[bytes.length / 2] ^= 1;
    Files.write(whole, bytes);
    assertRefused(
        () -> clip.open().verify(new ImageIoDecoder()), "text_model_int8.onnx has SHA-256");

    Files.delete(whole);
    assertThat(clip.open().verify(new ImageIoDecoder())).contains("int8: its files are not here");
    Files.createSymbolicLink(whole, clip.root().resolve("text_model.onnx"));
    assertThat(clip.open().files()).doesNotContain("text_model_int8.onnx");
  }

  @Test
  void aStoreFindsAPackInOneOfItsPrecisions() throws IOException {
    var clip = TinyEncoders.of("clip").copy(folder);
    var store = new ModelStore(folder, Threads.SINGLE);

    assertThat(store.find("tiny-clip:int8").id()).isEqualTo("tiny-clip:int8");
    assertThat(store.find("tiny-clip:int8").space().encoder()).isEqualTo("tiny-clip:int8");
    assertThat(store.find("tiny-clip:int8").space().id()).startsWith("tiny-clip-int8-");
    assertRefused(() -> store.find("anmok-mini:int8"), "anmok-mini has no variant 'int8'", "one");
    assertRefused(() -> store.find("tiny-clip:"), "unknown model 'tiny-clip:'");

    assertThat(store.find("tiny-clip:int8").space())
        .isEqualTo(ModelPack.open(clip.root(), Threads.SINGLE, "int8").space())
        .isNotEqualTo(store.find("tiny-clip").space());
    assertRefused(() -> store.find("tiny-clip:int4"), "no variant 'int4'");
    assertRefused(() -> store.find("other:int8"), "unknown model 'other'", "tiny-clip");
  }

  private static void assertRefused(ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOf(IOException.class)
        .message()
        .contains(words)
        .doesNotContain("\n");
  }
}
