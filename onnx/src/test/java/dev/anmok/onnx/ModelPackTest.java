package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ModelPackTest {
  @TempDir Path folder;
  private PackFolder copy;

  @BeforeEach
  void copyThePack() throws IOException {
    copy = PackFolder.copyTo(folder);
  }

  @Test
  void theEmbeddedPackSaysWhatItIs() throws IOException {
    var pack = ModelPack.embedded(Threads.SINGLE);

    assertThat(pack.id()).isEqualTo("anmok-mini");
    assertThat(pack.languages()).containsExactly("ko", "en");
    assertThat(pack.licence().commercial()).isFalse();
    assertThat(pack.licence().reason()).contains("research-only");
    assertThat(pack.dimension()).isEqualTo(256);
    assertThat(pack.sizeBytes()).isBetween(19_000_000L, 20_000_000L);
    assertThat(pack.space().dimension()).isEqualTo(256);
    assertThat(pack.calibration("no such lens")).isEmpty();
  }

  @Test
  void aFolderWithTheSameFilesIsTheSameSpace() throws IOException {
    assertThat(copy.open().space()).isEqualTo(ModelPack.embedded(Threads.SINGLE).space());
  }

  @Test
  void verifyChecksFilesTextsPatternAndPictures() throws IOException {
    assertThat(ModelPack.embedded(Threads.SINGLE).verify(new ImageIoDecoder()))
        .containsExactly(
            "10 files have the stated SHA-256",
            "27 texts have the stated tokens and vectors",
            "the test pattern has the stated vector",
            "5 pictures have the stated vectors");
  }

  @Test
  void verifyRefusesAGoldenPictureOfAnotherVector() throws IOException {
    copy.edit(
        "golden.json",
        json -> {
          var pictures = (ArrayNode) json.get("pictures");
          var first = (ObjectNode) pictures.get(0);
          first.set("vector", pictures.get(4).get("vector"));
        });
    var pack = copy.restate().open();

    assertRefused(() -> pack.verify(new ImageIoDecoder()), "golden/00003aeb", "cosine", "0.999");
  }

  @Test
  void aTowerIsNotLoadedWhenItsFileWasChanged() throws IOException {
    var bytes = Files.readAllBytes(folder.resolve("image.onnx"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(folder.resolve("image.onnx"), bytes);
    var pack = copy.open();

    assertRefused(pack::images, "image.onnx", "SHA-256", "fetch the pack again");
    pack.texts().close();
  }

  @Test
  void swappedTowersAreRefusedByTheirInputs() throws IOException {
    copy.edit(json -> {
      ((ObjectNode) json.get("image")).put("file", "text.onnx");
      ((ObjectNode) json.get("text")).put("file", "image.onnx");
    });
    var pack = copy.open();

    assertRefused(pack::images, "text.onnx", "expected the inputs [pixel_values]", "input_ids");
    assertRefused(pack::texts, "image.onnx", "input_ids", "found [pixel_values]");
  }

  @Test
  void aWrongSideIsRefusedByTheShape() throws IOException {
    copy.edit(json -> ((ObjectNode) json.get("image")).put("side", 96));

    assertRefused(
        copy.open()::images,
        "expected input pixel_values as float [-1, 3, 96, 96], found float [-1, 3, 128, 128]");
  }

  @Test
  void aWrongMeanIsRefusedByTheGoldenPattern() throws IOException {
    copy.edit(json -> replaceAll((ArrayNode) json.get("image").get("mean"), 0));

    assertRefused(copy.open()::images, "golden.json", "pattern", "0.999");
  }

  @Test
  void aWrongDimensionIsRefused() throws IOException {
    copy.edit(json -> json.put("dimension", 512));

    assertRefused(copy.open()::texts, "golden.json", "a list of 512 numbers");
  }

  @Test
  void aTokenizerOfOtherPiecesIsRefusedByTheGoldenIds() throws IOException {
    copy.edit("tokenizer.json", json -> ((ObjectNode) json.get("model")).put("unk_id", 0));

    assertRefused(copy.restate().open()::texts, "must become the tokens");
  }

  @Test
  void damagedModelsAndTokenizersAreRefused() throws IOException {
    copy.write("text.onnx", "no model").restate();
    assertRefused(copy.open()::texts, "text.onnx", "is no ONNX model");

    Files.copy(
        PackFolder.source().resolve("text.onnx"),
        folder.resolve("text.onnx"),
        StandardCopyOption.REPLACE_EXISTING);
    copy.write("tokenizer.json", "{}").restate();
    assertRefused(copy.open()::texts, "tokenizer.json", "cannot be opened");
  }

  @Test
  void modelJsonIsReadStrictly() throws IOException {
    assertRefusedAfter(json -> json.put("colour", "red"), "unknown key 'colour'");
    assertRefusedAfter(
        json -> ((ObjectNode) json.get("image")).put("crop", 1), "unknown key 'image.crop'");
    assertRefusedAfter(
        json -> json.put("dimension", "256"), "dimension", "whole number", "\"256\"");
    assertRefusedAfter(json -> json.put("format", 2), "format must be a whole number from 1 to 1");
    assertRefusedAfter(json -> json.remove("languages"), "languages", "missing");
    assertRefusedAfter(json -> json.put("id", "Mini Two"), "id must be", "Mini Two");
    assertRefusedAfter(
        json -> ((ObjectNode) json.get("image")).put("fit", "stretch"), "image.fit", "squash");
    assertRefusedAfter(
        json -> ((ObjectNode) json.get("image")).put("filter", "nearest"), "image.filter");
    assertRefusedAfter(
        json -> ((ObjectNode) json.get("text")).put("padding", "left"), "text.padding", "longest");
    assertRefusedAfter(
        json -> ((ObjectNode) json.get("licence")).put("commercial", "no"), "licence.commercial");
    assertRefusedAfter(
        json -> ((ObjectNode) json.get("files").get("text.onnx")).put("sha256", "0F"),
        "files.text.onnx.sha256");
    assertRefusedAfter(
        json -> ((ObjectNode) json.get("image")).put("file", "other.onnx"),
        "image.file names 'other.onnx', which files does not list");
    copy.write("model.json", "{\"id\": 1, \"id\": 2}");
    assertRefused(copy::open, "model.json", "not readable as JSON");
    copy.write("model.json", "[]");
    assertRefused(copy::open, "expected a JSON object");
  }

  @Test
  void aFileOutsideThePackIsRefused() throws IOException {
    for (var escape : new String[] {"../secret.onnx", "/etc/hostname", "a/../../b", "c\\d", ""}) {
      copy.edit(json ->
          ((ObjectNode) json.get("files"))
              .set(escape, json.get("files").get("text.onnx").deepCopy()));
      assertRefused(copy::open, "files must be a plain path inside the pack", "'" + escape + "'");
      copy.edit(json -> ((ObjectNode) json.get("files")).remove(escape));
    }
    assertRefusedAfter(json -> json.put("calibration", "../c.json"), "calibration", "plain path");
  }

  @Test
  void missingShortAndLinkedFilesAreRefused() throws IOException {
    var text = folder.resolve("text.onnx");
    Files.delete(text);
    assertRefused(copy::open, "text.onnx is missing");

    Files.createSymbolicLink(text, PackFolder.source().resolve("text.onnx"));
    assertRefused(copy::open, "text.onnx is a symbolic link");

    Files.delete(text);
    Files.writeString(text, "short");
    assertRefused(copy::open, "text.onnx has 5 bytes, model.json says 8842126");

    assertRefused(() -> ModelPack.open(folder.resolve("none"), Threads.SINGLE), "no such folder");
  }

  @Test
  void calibrationsAreReadByLens() throws IOException {
    copy.write(
        "calibration.json",
        """
        {"mood": {"pooling": "mean", "prompts": "ab12", "threshold": 0.031, "method": "Otsu"}}
        """);
    assertThat(copy.open().calibration("mood"))
        .contains(new Calibration("mood", "mean", "ab12", Map.of("threshold", 0.031), "Otsu"));

    copy.write("calibration.json", "{\"mood\": {\"pooling\": \"mean\"}}");
    assertRefused(copy::open, "calibration.json", "mood.threshold", "missing");
  }

  private void assertRefusedAfter(PackFolder.Edit edit, String... words) throws IOException {
    var before = Files.readAllBytes(folder.resolve("model.json"));
    copy.edit(edit);
    assertRefused(copy::open, words);
    Files.write(folder.resolve("model.json"), before);
  }

  private static void assertRefused(ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOf(IOException.class)
        .message()
        .contains(words)
        .doesNotContain("\n");
  }

  private static void replaceAll(ArrayNode array, int value) {
    for (int i = 0; i < array.size(); i++) {
      array.set(i, value);
    }
  }
}
