package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.reembed.SecondModel;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A server fills the space of another model while it answers by its own.
class ReembedRoutesTest {
  private static final String REEMBED = "/api/v1/reembed";
  private static final String SWITCH = REEMBED + "/switch";
  private static final String SEARCH = "/api/v1/search?q=a%20dog&by=photo&mode=vector";

  @TempDir Path folder;

  @Test
  void theServerGoesOnAnsweringByItsOwnModelUntilTheSwitch() throws IOException {
    var workspace = folder.toRealPath().resolve("data");
    var photos = folder.toRealPath().resolve("photos");
    SecondModel.photos(photos);
    SecondModel.add(workspace, SecondModel.CENTRE);
    try (var server = server(workspace, photos)) {
      var client = new Client(server.address(), "");
      done(client, "/api/v1/ingest", "{\"source\": \"" + photos + "\"}");
      var before = client.get(SEARCH).ok();

      var result = done(client, REEMBED, "{\"model\": \"centre\"}");

      assertThat(result.get("new").asInt()).isEqualTo(25);
      assertThat(result.get("missing").asInt()).isZero();
      assertThat(result.get("problem").asString()).isEmpty();
      assertThat(client.get(SEARCH).ok()).isEqualTo(before);
      var standing = client.get(REEMBED).ok();
      assertThat(standing.get("model").asString()).isEqualTo("anmok-mini");
      assertThat(standing.get("spaces")).hasSize(2);
      client.post(REEMBED, "{\"model\": \"absent\"}").problem(404, "unknown model 'absent'");
      client.post(REEMBED, "{\"model\": \"anmok-mini\"}").problem(409, "is the one that is served");
      client.post(REEMBED, "{}").problem(400, "field 'model' is missing");
      client
          .post(REEMBED, "{\"model\": \"centre\", \"retry_rejected\": \"maybe\"}")
          .problem(400, "retry_rejected");
    }
  }

  @Test
  void theModelIsChangedUnderAServerThatGoesOnAnswering() throws Exception {
    var workspace = folder.resolve("data");
    var photos = folder.resolve("photos");
    SecondModel.photos(photos);
    SecondModel.add(workspace, SecondModel.CENTRE);
    try (var server = server(workspace, photos);
        var visitors = new Visitors(server.address())) {
      var client = new Client(server.address(), "");
      done(client, "/api/v1/ingest", "{\"source\": \"" + photos.toRealPath() + "\"}");
      client.post(SWITCH, "{}").problem(409, "no model to go back to");
      client.post(SWITCH, "{\"model\": \"centre\"}").problem(409, "have no vector in");
      client.post(SWITCH, "{\"model\": \"absent\"}").problem(404, "unknown model 'absent'");
      client.post(SWITCH, "{\"model\": \"anmok-mini\"}").problem(409, "is the one that is served");
      done(client, REEMBED, "{\"model\": \"centre\"}");
      var before = client.get(SEARCH).ok();
      visitors.come();

      done(client, SWITCH, "{\"model\": \"centre\"}");

      var after = client.get(SEARCH).ok();
      assertThat(after).hasSameSizeAs(before).isNotEqualTo(before);
      assertThat(client.get("/health/ready").ok().get("model").asString()).isEqualTo("centre");
      assertThat(client.get(REEMBED).ok().get("before").asString()).isEqualTo("anmok-mini");
      done(client, SWITCH, "{}");
      assertThat(client.get(SEARCH).ok()).isEqualTo(before);
      done(client, SWITCH, "{}");
      assertThat(client.get(SEARCH).ok()).isEqualTo(after);
      Files.writeString(workspace.resolve("models/centre/tokenizer.json"), "{}");
      done(client, SWITCH, "{}");
      client.post(SWITCH, "{}").problem(409, "tokenizer.json");
      assertThat(client.get(SEARCH).ok()).as("served as before").isEqualTo(before);
      assertThat(visitors.leave())
          .isNotEmpty()
          .allMatch(answer -> after.equals(answer) || before.equals(answer));
    }
    try (var server = server(workspace, photos)) {
      var client = new Client(server.address(), "");
      assertThat(client.get("/health/ready").ok().get("model").asString()).isEqualTo("anmok-mini");
    }
  }

  /// Requests that write wait for the moment of a change, which may be long.
  @Test
  @Timeout(60)
  void aJobIsStoppedWhileAChangeHoldsUpAllThatWrite() throws Exception {
    var workspace = folder.resolve("data");
    var photos = folder.resolve("photos");
    SecondModel.photos(photos);
    try (var server = server(workspace, photos);
        var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var client = new Client(server.address(), "");
      var job = client.post("/api/v1/ingest", "{\"source\": \"" + photos.toRealPath() + "\"}");
      var place = job.whole().headers().firstValue("Location").orElseThrow();
      client.get(place + "/events").body(); // to its end
      var begun = new CountDownLatch(1);
      var go = new CompletableFuture<Void>();
      var live = server.live();
      var change =
          pool.submit(() ->
              live.change(
                  live.table(),
                  () -> {},
                  () -> {
                    begun.countDown();
                    go.join();
                    throw new IOException("as it was");
                  }));
      begun.await();
      assertThat(client.delete(place).ok().get("state").asString()).isEqualTo("done");
      go.complete(null);
      assertThatThrownBy(change::get).hasRootCauseMessage("as it was");
    }
  }

  private static ApiServer server(Path workspace, Path photos) throws IOException {
    var options =
        new ServeOptions("127.0.0.1", 0, Optional.empty(), List.of(photos.toRealPath()), null);
    var session =
        Workspace.present(workspace)
            ? Session.update(workspace, Optional.empty())
            : Session.fill(workspace, "album", Optional.empty());
    return ApiServer.start(session, options, ServerLimits.DEFAULT, new ArrayList<String>()::add);
  }

  /// Somebody who searches without a pause.
  private static final class Visitors implements AutoCloseable {
    private final Client client;
    private final List<JsonNode> answers = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = Thread.ofPlatform().unstarted(this::search);
    private volatile boolean here = true;

    Visitors(String address) {
      client = new Client(address, "");
    }

    private void search() {
      while (here) {
        answers.add(client.get(SEARCH).json());
      }
    }

    void come() {
      thread.start();
    }

    List<JsonNode> leave() throws InterruptedException {
      here = false;
      thread.join();
      return answers;
    }

    @Override
    public void close() {
      here = false;
    }
  }

  private static JsonNode done(Client client, String path, String json) {
    var job = client.post(path, json);
    var place = job.whole().headers().firstValue("Location").orElseThrow();
    assertThat(client.get(place + "/events").body()).contains("\"state\":\"done\"");
    return client.get(place).ok().get("result");
  }
}
