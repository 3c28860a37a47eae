package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `models pull` as a person uses it, with the embedded pack's own files on a hub on this machine.
class ModelsPullTest {
  private static final String ROOT = "/owner/copy/resolve/main/";
  private static final String[] FILES = {"image.onnx", "text.onnx", "tokenizer.json"};

  @TempDir Path directory;

  @BeforeEach
  void describe() throws IOException {
    Files.createDirectories(directory.resolve("copy"));
    Files.writeString(
        directory.resolve("copy/model.json"),
        """
        {"format": 1, "id": "copy", "title": "A copy",
         "licence": {"text": "MIT", "commercial": true, "reason": ""},
         "languages": ["ko", "en"], "dimension": 256,
         "image": {"file": "image.onnx", "input": "pixel_values", "output": "embedding", "side": 128,
          "fit": "squash", "filter": "bilinear", "mean": [127.5, 127.5, 127.5], "std": [64, 64, 64]},
         "text": {"file": "text.onnx", "tokenizer": "tokenizer.json", "input_ids": "input_ids",
          "attention_mask": "attention_mask", "output": "embedding", "max_length": 48,
          "padding": "longest", "pad_id": 0, "empty_id": 1}}
        """);
    Files.writeString(
        directory.resolve("copy/hub.json"),
        """
        {"model": "owner/copy", "repository": "owner/copy", "revision": "main",
         "most_bytes": 50000000, "files": {"tokenizer.json": {"path": "tokenizer.json"}},
         "variants": {"fp32": {"image.onnx": {"path": "onnx/image.onnx"},
                               "text.onnx": {"path": "onnx/text.onnx"}}}}
        """);
  }

  @Test
  void pullsVerifiesListsAndMeasuresAModel() throws IOException {
    try (var hub = new PackHub()) {
      var run = pull(hub);
      assertThat(run.err()).contains("copy is there as ");
      assertThat(run.exit()).isZero();
      assertThat(run.out())
          .contains(
              "copy: 3 files have the stated SHA-256",
              "no tokens or vectors of texts are known; unlike texts have unlike vectors",
              "no vectors of pictures are known");
      try (var left = Files.list(directory.resolve("w/models"))) {
        assertThat(left.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder("copy", "pins.json", ".pins.lock", ".pull-copy.lock");
      }

      int asked = hub.asked();
      assertThat(pull(hub).exit()).isZero();
      var other = run("models", "pull", directory.resolve("copy"), "--revision", "v2");
      assertThat(other.exit()).isEqualTo(1);
      assertThat(other.err())
          .contains("models/copy is there already: remove it first to pull the revision v2");
      assertThat(hub.asked()).isEqualTo(asked);
      assertThat(run("models", "list").out()).contains("copy", "ko, en", "256", "yes");
      assertThat(run("models", "bench", "copy", "--batch", "2", "--seconds", "1").out())
          .contains("photos/s", "texts/s");
      assertThat(run("--commercial-only", "models", "bench", "anmok-mini").err())
          .startsWith("anmok: the model anmok-mini is not for commercial use: the weights were");
    }
  }

  @Test
  void aFileThatChangedSinceTheFirstPullIsRefused() throws IOException {
    try (var hub = new PackHub()) {
      assertThat(pull(hub).exit()).isZero();
      Files.move(directory.resolve("w/models/copy"), directory.resolve("set-aside"));
      hub.change("tokenizer.json");

      var again = pull(hub);

      assertThat(again.exit()).isEqualTo(1);
      assertThat(again.err().lines()).hasSize(1);
      assertThat(again.err()).startsWith("anmok: tokenizer.json of owner/copy came with SHA-256 ");
      assertThat(directory.resolve("w/models/copy")).doesNotExist();
    }
  }

  @Test
  void aModelThatIsNotTheOneDescribedNeverReachesItsPlace() throws IOException {
    try (var hub = new PackHub()) {
      hub.swap("onnx/text.onnx", "onnx/image.onnx");

      var run = pull(hub);

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).contains("text.onnx", "expected the inputs");
      assertThat(directory.resolve("w/models/copy")).doesNotExist();
      assertThat(run("models", "verify").exit()).isZero();

      hub.restore("onnx/text.onnx");
      assertThat(pull(hub).exit()).as("the wrong file was not kept").isZero();
    }
  }

  @Test
  void whatCannotBePulledSaysWhatToDo() {
    assertThat(run("models", "pull", "u2netp").err())
        .contains("u2netp is on no hub: get its file and say: anmok models add FILE --as u2netp");
    assertThat(run("models", "pull", "isnet").err()).contains("releases of github.com/danielgatis");
    assertThat(run("models", "pull", "none").err()).contains("no description of the model 'none'");
    assertThat(run("models", "pull", "clip-vit-b-32", "--variant", "q4").exit()).isEqualTo(2);
    assertThat(run("models", "pull", "clip-vit-b-32", "--revision", "../x").exit()).isEqualTo(2);
    assertThat(run("models", "pull", "clip-vit-b-32", "--hub", "http://hub.example").err())
        .contains("--hub", "a hub has an https address");
    assertThat(run("models", "pull", "clip-vit-b-32", "--token-env", "NO_SUCH_ONE").exit())
        .isEqualTo(2);
    assertThat(run("models", "pull", "clip-vit-b-32", "--proxy", "nowhere").exit()).isEqualTo(2);
    var mistaken = "google/siglip-base-patch16-224-multilingual";
    assertThat(run("models", "pull", mistaken, "--hub", "http://127.0.0.1:1", "--variant", "x"))
        .matches(run -> run.err().contains("256 pixels only") && run.exit() == 2);
  }

  @Test
  void commercialOnlyRefusesTheEmbeddedModelWhereverItIsUsed() throws IOException {
    var photos = Files.createDirectories(directory.resolve("photos"));
    try (var in = ModelPack.class.getResourceAsStream("/packs/anmok-mini/" + picture())) {
      Files.copy(Objects.requireNonNull(in), photos.resolve("a.jpg"));
    }
    var refused = run("ingest", photos, "--profile", "album", "--commercial-only");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err())
        .contains("the model anmok-mini is not for commercial use", "Flickr8k");

    var allowed = run("ingest", photos, "--profile", "album");
    assertThat(allowed.exit()).isZero();
    assertThat(allowed.err()).contains("model anmok-mini is not for commercial use: the weights");
    assertThat(run("search", "cat", "--commercial-only").exit()).isEqualTo(1);
    assertThat(run("search", "cat").exit()).isZero();
  }

  @Test
  void theDescribedModelsAreListed() {
    var run = run("models", "list", "--described");

    assertThat(run.out())
        .contains("siglip2-base", "google/siglip2-base-patch16-224", "fp32, fp16, int8", "by hand");
    assertThat(run("models", "list", "--described", "--format", "json").out())
        .contains("\"language\":\"ko\",\"percent\":82.1");
  }

  private static String picture() {
    return "golden/00003aeb-ace5-43bf-9a0c-dc31a03e9cd2.jpg";
  }

  private Run pull(PackHub hub) {
    return run("models", "pull", directory.resolve("copy"), "--hub", hub.address());
  }

  private Run run(Object... words) {
    var all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--workspace";
    all[words.length + 1] = directory.resolve("w");
    return Run.of(all);
  }

  /// The embedded pack's files on a hub.
  private static final class PackHub implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> files = new HashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    PackHub() throws IOException {
      for (var file : FILES) {
        try (var in = ModelPack.class.getResourceAsStream("/packs/anmok-mini/" + file)) {
          files.put(
              ROOT + (file.endsWith(".onnx") ? "onnx/" : "") + file,
              Objects.requireNonNull(in).readAllBytes());
        }
      }
      var loopback = InetAddress.getLoopbackAddress();
      server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      server.createContext(
          "/",
          exchange -> {
            asked.incrementAndGet();
            try (exchange) {
              var content = files.get(exchange.getRequestURI().getPath());
              if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
              }
              exchange.sendResponseHeaders(200, content.length);
              exchange.getResponseBody().write(content);
            }
          });
      server.start();
    }

    String address() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int asked() {
      return asked.get();
    }

    void change(String file) {
      files.computeIfPresent(ROOT + file, (_, bytes) -> Arrays.copyOf(bytes, bytes.length + 1));
    }

    void restore(String file) throws IOException {
      var name = file.substring(file.indexOf('/') + 1);
      try (var in = ModelPack.class.getResourceAsStream("/packs/anmok-mini/" + name)) {
        files.put(ROOT + file, Objects.requireNonNull(in).readAllBytes());
      }
    }

    void swap(String file, String by) {
      files.put(ROOT + file, Objects.requireNonNull(files.get(ROOT + by)));
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
