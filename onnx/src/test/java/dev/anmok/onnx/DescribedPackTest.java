package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DescribedPackTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir Path directory;

  @Test
  void everyVariantOfEveryDescriptionMakesAPackThatSaysWhatItIs() throws IOException {
    for (var id : DescribedPack.ids()) {
      var described = DescribedPack.of(id);
      if (described.publication().isEmpty() || described.kind().equals("head")) {
        continue;
      }
      for (var variant : described.publication().get().variants().keySet()) {
        var pack = StoredPack.open(settled(described, variant), Threads.SINGLE).pack();

        assertThat(pack.id()).isEqualTo(described.id(variant));
        assertThat(pack.licence()).isEqualTo(described.licence());
      }
    }
  }

  @Test
  void aModelIsFoundByItsRepositoryAndWarnsOfANameThatIsNone() throws IOException {
    assertThat(DescribedPack.of("openai/clip-vit-base-patch32").id()).isEqualTo("clip-vit-b-32");
    assertThat(DescribedPack.of("google/siglip2-base-patch16-224").id()).isEqualTo("siglip2-base");
    var mistaken = "google/siglip-base-patch16-224-multilingual";
    var siglip = DescribedPack.of(mistaken);
    assertThat(siglip.id()).isEqualTo("siglip-base-256-multilingual");
    assertThat(siglip.warning(mistaken).orElseThrow()).contains("256 pixels only");
    assertThat(siglip.warning(siglip.id())).isEmpty();
  }

  @Test
  void anAttentionMaskIsAskedForOnlyWhereTheExportHasOne() throws IOException {
    var clip = DescribedPack.of("clip-vit-b-16");

    var without = json(settled(clip, "fp32"));
    assertThat(without.at("/text/attention_mask").asString()).isEmpty();

    var folder = drawn(clip, "fp16");
    Files.write(
        folder.resolve("text.onnx"),
        DrawnOnnx.of(List.of("input_ids", "attention_mask"), List.of("text_embeds"), ""));
    clip.settle("fp16", folder, Map.of());
    assertThat(json(folder).at("/text/attention_mask").asString()).isEqualTo("attention_mask");
    assertThat(json(folder).at("/id").asString()).isEqualTo("clip-vit-b-16-fp16");
  }

  @Test
  void whatOnlyThePublishedFilesSayIsTakenFromThem() throws IOException {
    var opus = json(settled(DescribedPack.of("opus-mt-ko-en"), "fp32")).get("decoding");
    assertThat(opus.get("beams").intValue()).isEqualTo(6);
    assertThat(opus.get("start_id").intValue()).isEqualTo(7);
    assertThat(opus.get("forbidden_ids").get(0).intValue()).isEqualTo(7);
    assertThat(opus.get("renormalise").booleanValue()).isTrue();

    var resnet = settled(DescribedPack.of("resnet-50"), "fp32");
    assertThat(resnet.resolve("labels.txt")).hasContent("tench\ngoldfish\n");
    assertThat(json(resnet).at("/image/input").asString()).isEqualTo("x");
  }

  @Test
  void anotherPairingIsRefused() throws IOException {
    var mclip = DescribedPack.of("mclip-xlm-r-large-vit-b-32");
    var brought = drawn(mclip, "fp32");
    Files.move(brought.resolve("image.onnx"), brought.resolve("vision_model.onnx"));

    assertThatThrownBy(
            () -> mclip.assemble(brought, Files.createDirectory(directory.resolve("into"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("vision_model.onnx is not the published image.onnx of mclip-xlm-r");
  }

  @Test
  void whatIsBroughtIsListedWithTheDigestsOfItsCopies() throws IOException {
    var clip =
        own(
            "clip-vit-b-16",
            _ -> {},
            json -> json.get("files").forEach(file -> ((ObjectNode) file).remove("sha256")));
    var brought = drawn(clip, "fp32");
    var into = Files.createDirectory(directory.resolve("into"));

    clip.assemble(brought, "fp32", into);

    for (var file : json(into).get("files").properties()) {
      var copy = into.resolve(file.getKey());
      assertThat(copy).hasSameBinaryContentAs(brought.resolve(file.getKey()));
      assertThat(file.getValue().get("sha256").asString()).isEqualTo(PublishedFile.digestOf(copy));
    }
  }

  @Test
  void aBroughtFolderMayNotHoldLinks() throws IOException {
    var clip = DescribedPack.of("clip-vit-b-16");
    var brought = drawn(clip, "fp32");
    Files.move(brought.resolve("text.onnx"), directory.resolve("elsewhere.onnx"));
    Files.createSymbolicLink(brought.resolve("text.onnx"), directory.resolve("elsewhere.onnx"));

    assertThatThrownBy(
            () -> clip.assemble(brought, Files.createDirectory(directory.resolve("into"))))
        .hasMessageEndingWith("text.onnx is a symbolic link, copy the file itself");
  }

  @Test
  void hostileDescriptionsAreRefused() throws IOException {
    var folder = Files.createDirectory(directory.resolve("own"));
    try (var in = DescribedPack.class.getResourceAsStream("/packs/described/u2net/model.json")) {
      Files.copy(Objects.requireNonNull(in), folder.resolve("model.json"));
    }
    refused(folder, "{'a.onnx': {'path': '../../x'}}", "owner/name", "main", "a plain path inside");
    refused(folder, "{'a.onnx': {'path': '/etc/x'}}", "owner/name", "main", "a plain path inside");
    refused(folder, "{'../a': {'path': 'x'}}", "owner/name", "main", "a plain path inside");
    refused(folder, "{'a.onnx': {'path': 'x'}}", "../..", "main", "of the form owner/name");
    refused(folder, "{'a.onnx': {'path': 'x'}}", "a/b/c", "main", "of the form owner/name");
    refused(folder, "{'a.onnx': {'path': 'x'}}", "owner/name", "a/../b", "a branch, a tag");
    refused(
        folder, "{'a.onnx': {'path': 'x', 'sha256': 'A'}}", "owner/name", "main", "64 lower-case");
  }

  @Test
  void aDescriptionNamesNoFileOutsideOfItsFolder() throws IOException {
    Files.writeString(directory.resolve("victim"), "from the description");
    var golden = own("clip-vit-b-16", json -> json.put("golden", "../victim"), _ -> {});
    assertThatThrownBy(() -> settled(golden, "fp32"))
        .hasMessageContaining("golden must be a plain path inside the pack, was '../victim'");
    assertThat(directory.resolve("clip-vit-b-16/../victim")).hasContent("from the description");

    for (var key : List.of("labels", "decoding")) {
      assertThatThrownBy(() -> own("resnet-50", _ -> {}, json -> json.put(key, "/etc/passwd")))
          .hasMessageContaining(key + " must be a plain path inside the pack, was '/etc/passwd'");
    }
    var image =
        own(
            "resnet-50",
            json -> ((ObjectNode) json.get("image")).put("file", "../victim").remove("input"),
            _ -> {});
    assertThatThrownBy(() -> settled(image, "fp32"))
        .hasMessageContaining("image.file must be a plain path inside the pack");
  }

  @Test
  void whatADescriptionLacksIsSaidInOneLine() throws IOException {
    var decoding = own("opus-mt-ko-en", json -> json.remove("decoding"), _ -> {});
    assertThatThrownBy(() -> settled(decoding, "fp32"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("decoding must be an object");
    var file = own("resnet-50", json -> ((ObjectNode) json.get("image")).remove("file"), _ -> {});
    assertThatThrownBy(() -> settled(file, "fp32"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("image.file must be the name of a file");
    var labels = own("resnet-50", _ -> {}, json -> json.put("labels", "names.json"));
    assertThatThrownBy(() -> settled(labels, "fp32"))
        .hasMessageContaining("names 'names.json', which is not among its files");
  }

  /// A description of one's own, made of a shipped one.
  private DescribedPack own(String id, PackFolder.Edit model, PackFolder.Edit hub)
      throws IOException {
    var folder = Files.createDirectories(directory.resolve("own"));
    for (var name : List.of("model.json", "hub.json")) {
      try (var in =
          DescribedPack.class.getResourceAsStream("/packs/described/" + id + "/" + name)) {
        Files.copy(
            Objects.requireNonNull(in), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    new PackFolder(folder).edit("model.json", model).edit("hub.json", hub);
    return DescribedPack.read(folder);
  }

  private static void refused(
      Path folder, String files, String repository, String revision, String why)
      throws IOException {
    var hub =
        "{'model': 'm', 'repository': '%s', 'revision': '%s', 'most_bytes': 9, 'files': {}, 'variants': {'fp32': %s}}"
            .formatted(repository, revision, files);
    Files.writeString(folder.resolve("hub.json"), hub.replace('\'', '"'));
    assertThatThrownBy(() -> DescribedPack.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aFileOfAnotherRevisionMayBeLongerThanTheOneThatWasDescribed() throws IOException {
    var clip =
        own(
            "clip-vit-b-16",
            _ -> {},
            json -> {
              json.put("most_bytes", 100);
              ((ObjectNode) json.get("files").get("tokenizer.json"))
                  .put("bytes", 7)
                  .remove("most_bytes");
            });
    var file =
        clip.publication().orElseThrow().files("fp32").stream()
            .filter(each -> each.name().equals("tokenizer.json"))
            .findFirst()
            .orElseThrow();

    assertThat(file.limit()).isEqualTo(7);
    assertThat(file.at("v2").limit()).isEqualTo(100);
  }

  private Path settled(DescribedPack described, String variant) throws IOException {
    var folder = drawn(described, variant);
    described.settle(variant, folder, Map.of());
    return folder;
  }

  /// Files of the right names with hardly anything in them.
  private Path drawn(DescribedPack described, String variant) throws IOException {
    var folder = Files.createDirectories(directory.resolve(described.id(variant)));
    for (var file : described.publication().orElseThrow().files(variant)) {
      var name = file.name();
      byte[] content =
          switch (name) {
            case "generation_config.json" ->
                text(
                    "{'decoder_start_token_id': 7, 'eos_token_id': 0, 'num_beams': 6,"
                        + " 'bad_words_ids': [[7]], 'renormalize_logits': true}");
            case "config.json" -> text("{'id2label': {'1': 'goldfish', '0': 'tench'}}");
            case "text.onnx" -> DrawnOnnx.of(List.of("input_ids"), List.of("text_embeds"), "");
            default -> DrawnOnnx.of(List.of("x"), List.of("y"), "");
          };
      Files.write(folder.resolve(name), content);
    }
    return folder;
  }

  private static byte[] text(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode json(Path folder) throws IOException {
    return MAPPER.readTree(Files.readAllBytes(folder.resolve("model.json")));
  }
}
