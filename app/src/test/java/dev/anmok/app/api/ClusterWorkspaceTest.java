package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.app.cli.CommandLineProgram;
import dev.anmok.app.fetch.FetchRules;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.sample.poster.Posters;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.opensearch.SharedNode;
import dev.anmok.opensearch.TestCluster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A workspace whose settings name a cluster answers as it did from its own folder: the real model,
/// catalog and node.
@ExtendWith(SharedNode.class)
class ClusterWorkspaceTest {
  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("search", "네온사인이 많은 사이버펑크 느낌"),
          List.of("search", "무서운 영화 horror", "--mode", "words", "--by", "item"),
          List.of("search", "romance", "--mode", "hybrid", "--filter", "year>=2000"),
          List.of("similar", "film-007"),
          List.of("facets", "--all"));

  private static final List<String> PATHS =
      List.of(
          "/api/v1/search?q=%EB%A1%9C%EB%A7%A8%EC%8A%A4&mode=words&by=photo",
          "/api/v1/items/film-003/similar");

  private final TestCluster node;
  @TempDir Path folder;

  ClusterWorkspaceTest(TestCluster node) {
    this.node = node;
  }

  @Test
  void answersFromAClusterAreThoseFromTheFolder() throws IOException {
    var workspace = folder.resolve("data");
    var manifest = Posters.draw(folder, 1, 12, Progress.NONE).manifest();
    run(0, "ingest", manifest.toString(), "--profile", "poster", "--workspace", "" + workspace);
    var printed = printed(workspace);
    var served = served(workspace);

    Files.writeString(
        workspace.resolve("index.yml"),
        """
        kind: opensearch
        addresses: ["%s"]
        alias: end-to-end
        replicas: 0
        """
            .formatted(node.addresses().getFirst()));
    assertThat(run(1, "search", "neon", "--workspace", "" + workspace))
        .contains("nothing is indexed in the cluster")
        .contains("anmok index rebuild");
    run(0, "index", "rebuild", "--workspace", "" + workspace);
    assertThat(run(0, "index", "--workspace", "" + workspace))
        .contains("12 photos")
        .contains(node.addresses().getFirst().toString())
        .contains("up to date");
    assertSame("printed", printed(workspace), printed);
    assertSame("served", served(workspace), served);
    assertThat(run(0, "evaluate", "index", "--queries", "12", "--workspace", "" + workspace))
        .contains("12 photos, 12 queries")
        .contains("1.0000");
    assertThat(run(0, "doctor", "--workspace", "" + workspace)).contains("12 indexed");
  }

  @Test
  void wrongSettingsAreNamedWithTheirLine() throws IOException {
    var workspace = folder.resolve("data");
    Session.fill(workspace, "poster", Optional.empty()).close();
    var settings = workspace.resolve("index.yml");
    Files.writeString(settings, "kind: opensearch\nadress: [x]\n");
    assertThat(run(1, "search", "neon", "--workspace", "" + workspace))
        .contains(settings + " line 1: expected addresses of the cluster");
    Files.writeString(settings, "kind: opensearch\naddresses: [http://localhost:1]\nshard: 2\n");
    assertThat(run(1, "search", "neon", "--workspace", "" + workspace))
        .contains(settings + " line 3: unknown key 'shard'");
    Files.writeString(settings, "kind: opensearch\naddresses: [\"http://a b\"]\n");
    assertThat(run(1, "search", "neon", "--workspace", "" + workspace))
        .contains(settings + " line 2: ")
        .doesNotContain("Exception");
  }

  private static Map<String, JsonNode> printed(Path workspace) {
    var answers = new LinkedHashMap<String, JsonNode>();
    for (var question : QUESTIONS) {
      var words = new ArrayList<>(question);
      words.addAll(List.of("--format", "json", "--workspace", workspace.toString()));
      var said = run(0, words.toArray(String[]::new));
      answers.put(
          question.toString(),
          new JsonMapper().readTree(said.substring(Math.min(said.indexOf('['), start(said)))));
    }
    return answers;
  }

  private static int start(String said) {
    int brace = said.indexOf('{');
    return brace < 0 ? Integer.MAX_VALUE : brace;
  }

  private Map<String, JsonNode> served(Path workspace) throws IOException {
    var options = new ServeOptions("127.0.0.1", 0, Optional.empty(), List.of(), FetchRules.PUBLIC);
    var answers = new LinkedHashMap<String, JsonNode>();
    var session = Session.update(workspace, Optional.empty());
    try (var server =
        ApiServer.start(session, options, ServerLimits.DEFAULT, new ArrayList<String>()::add)) {
      var client = new Client(server.address(), "");
      for (var path : PATHS) {
        answers.put(path, client.get(path).ok());
      }
    }
    return answers;
  }

  private static void assertSame(
      String what, Map<String, JsonNode> actual, Map<String, JsonNode> expected) {
    expected.forEach((question, answer) -> {
      assertThat(answer.isEmpty()).as(question).isFalse();
      assertSame(what + " " + question, actual.getOrDefault(question, answer), answer);
    });
    assertThat(actual).hasSameSizeAs(expected);
  }

  /// The same texts in the same order, numbers within 1e-4; times do not count.
  private static void assertSame(String where, JsonNode actual, JsonNode expected) {
    if (expected.isNumber()) {
      assertThat(actual.asDouble()).as(where).isCloseTo(expected.asDouble(), within(1e-4));
    } else if (expected.isContainer()) {
      assertThat(actual.size()).as(where).isEqualTo(expected.size());
      for (var name : expected.propertyNames()) {
        if (!name.endsWith("ms") && !name.equals("query_id")) {
          assertSame(where + "." + name, actual.path(name), expected.path(name));
        }
      }
      for (int i = 0; expected.isArray() && i < expected.size(); i++) {
        assertSame(where + "[" + i + "]", actual.path(i), expected.path(i));
      }
    } else {
      assertThat(actual).as(where).isEqualTo(expected);
    }
  }

  private static String run(int exit, String... words) {
    var out = new ByteArrayOutputStream();
    var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(CommandLineProgram.run(words, printed, printed))
        .as(() -> String.join(" ", words) + "\n" + out.toString(StandardCharsets.UTF_8))
        .isEqualTo(exit);
    return out.toString(StandardCharsets.UTF_8);
  }
}
