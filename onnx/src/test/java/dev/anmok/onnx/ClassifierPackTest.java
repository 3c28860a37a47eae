package dev.anmok.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anmok.core.classify.Sight;
import dev.anmok.core.image.Decoded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ClassifierPackTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path folder;

  /// A file or folder beside the repository.
  private static Path shared(String path) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("shared").resolve(path))) {
        return at.resolve("shared").resolve(path);
      }
    }
    assumeTrue(false, "shared/" + path + " is not beside the repository");
    throw new IllegalStateException();
  }

  private PackFolder pack() throws IOException {
    var weights = shared("models/mobilenet_v2/mobilenet_v2.onnx");
    var pack = Files.createDirectories(folder.resolve("mobilenet-v2"));
    DescribedPack.of("mobilenet-v2").assemble(weights, pack);
    return new PackFolder(pack);
  }

  private static ClassifierPack open(PackFolder pack) throws IOException {
    return ClassifierPack.open(pack.root(), Threads.SINGLE);
  }

  @Test
  void answersWhatPillowAndOnnxRuntimeAnswer() throws IOException {
    var photos = shared("data/open");
    try (var in = getClass().getResourceAsStream("mobilenet-v2-reference.json");
        var classifier = open(pack()).classifier()) {
      assertThat(classifier.labels()).hasSize(1001).contains("crane", "crane #518");
      var sights = new ArrayList<Sight>();
      var expected = new ArrayList<tools.jackson.databind.JsonNode>();
      for (var one : MAPPER.readTree(Objects.requireNonNull(in)).properties()) {
        var bytes = Files.readAllBytes(photos.resolve(one.getKey()));
        if (new ImageIoDecoder().decode(bytes, 0) instanceof Decoded.Image(var pixels, _)) {
          sights.add(Sight.of(pixels));
          expected.add(one.getValue());
        }
      }
      assertThat(sights).hasSize(8);
      var found = classifier.probabilities(sights);
      for (int i = 0; i < sights.size(); i++) {
        for (var stated : expected.get(i)) {
          assertThat(found.get(i)[stated.get("place").intValue()])
              .isCloseTo(stated.get("probability").doubleValue(), within(0.02));
        }
      }
    }
  }

  @Test
  void verifiesAndIsFoundInAStore() throws IOException {
    var pack = pack();

    assertThat(open(pack).verify(new ImageIoDecoder()))
        .contains("1001 labels; the test pattern has the stated answer");
    assertThat(new ModelStore(folder, Threads.SINGLE).classifier("mobilenet-v2").id())
        .isEqualTo("mobilenet-v2");
    assertThatThrownBy(() -> new ModelStore(folder, Threads.SINGLE).classifier("other"))
        .hasMessageContaining("there are mobilenet-v2");
    assertThatThrownBy(() -> new ModelStore(folder, Threads.SINGLE).find("mobilenet-v2"))
        .hasMessage("the model mobilenet-v2 is a classifier, not an encoder");
  }

  @Test
  void isRunThoughNoAnswersAreKnown() throws IOException {
    var pack = pack().edit(json -> json.remove("golden"));

    assertThat(open(pack).verify(new ImageIoDecoder()))
        .contains("1001 labels, as many as the model has; unlike pictures have unlike answers");
  }

  @Test
  void refusesAnotherNumberOfLabels() throws IOException {
    var pack = pack().write("labels.txt", "cat\ndog\n").restate();

    assertThatThrownBy(() -> open(pack).classifier())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected output output0 as float [1, 2], found float [1, 1001]");
  }

  @Test
  void refusesOtherWeightsAndAnotherGoldenAnswer() throws IOException {
    var other = pack().edit("golden.json", json -> set(json, 0.01)).restate();

    assertThatThrownBy(() -> open(other).classifier())
        .hasMessageContaining("must have a probability of 0.0100");
    other.write("labels.txt", "changed");
    assertThatThrownBy(() -> open(other)).hasMessageContaining("model.json says");
  }

  private static void set(ObjectNode json, double probability) {
    ((ObjectNode) json.get("pattern").get("probabilities").get(0)).put("probability", probability);
  }

  @Test
  void saysWhichKeyOfADescriptionIsWrong() {
    refuses("\"resize\": 256,", "logits", "resize must be left out");
    refuses("", "odds", "output must be logits or probabilities");
    refuses("", "logits", "labels names 'l.txt', which files does not list");
  }

  private static void refuses(String resize, String output, String problem) {
    var json =
        """
        {"format": 1, "kind": "classifier", "id": "x", "title": "x",
         "licence": {"text": "t", "commercial": true, "reason": ""},
         "image": {"file": "a.onnx", "input": "i", "output": "o", "side": 224, "fit": "squash",
           "filter": "bilinear", "mean": [0, 0, 0], "std": [1, 1, 1]},
         RESIZE "labels": "l.txt", "output": "OUTPUT", "golden": "g.json",
         "files": {"a.onnx": {"bytes": 1, "sha256": "DIGEST"}}}\
        """
            .replace("RESIZE", resize)
            .replace("OUTPUT", output)
            .replace("DIGEST", "0".repeat(64));
    assertThatThrownBy(() -> ClassifierManifest.parse("a pack", json.getBytes(UTF_8)))
        .hasMessageContaining("model.json of a pack")
        .hasMessageContaining(problem);
  }
}
