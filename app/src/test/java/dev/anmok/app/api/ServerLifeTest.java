package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.http.Permission;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.sample.FewPictures;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Workspace;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Starting, stopping and guarding a server.
@Timeout(120)
class ServerLifeTest {
  /// So many that an ingest takes a while.
  private static final int PHOTOS =
      120 * Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private static final String TOKEN = "0123456789abcdef";

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path photos = Path.of("");
  private Path workspace = Path.of("");

  /// Copies of a few pictures, each with another tail and so with another digest.
  @BeforeAll
  static void draw() throws IOException {
    var few = FewPictures.draw(shared.toRealPath().resolve("few"), 1, 6);
    photos = few.resolveSibling("many");
    Files.createDirectories(photos.resolve("cafe"));
    List<Path> pictures;
    try (var files = Files.walk(few)) {
      pictures = files.filter(Files::isRegularFile).sorted().toList();
    }
    for (int i = 0; i < PHOTOS; i++) {
      var copy = photos.resolve("cafe").resolve("%03d.jpg".formatted(i));
      Files.copy(pictures.get(i % pictures.size()), copy);
      Files.write(copy, new byte[1 + i / pictures.size()], StandardOpenOption.APPEND);
    }
  }

  @BeforeEach
  void names() {
    workspace = folder.resolve("data");
  }

  @Test
  void everyRouteButHealthNeedsTheToken() throws IOException {
    try (var server = server(Optional.of(TOKEN))) {
      for (var route :
          server.live().table().routes().stream().filter(each -> !each.page()).toList()) {
        var path = route.template().replace("{id}", "x").replace("{name}", "x");
        var method = route.method().name();
        for (var token : List.of("", TOKEN + "0", TOKEN)) {
          var got =
              new Client(server.address(), token).send(method, path, "", BodyPublishers.noBody());
          boolean let = route.permission() == Permission.OPEN || token.equals(TOKEN);
          assertThat(got.status() == 401)
              .as(method + " " + path + " '" + token + "'")
              .isEqualTo(!let);
          if (!let) {
            assertThat(got.whole().headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer");
          }
        }
      }
      assertThat(new Client(server.address(), "").get("/health/live").status()).isEqualTo(200);
      assertThat(new Client(server.address(), "").get("/metrics").status()).isEqualTo(401);
      new Client(server.address(), TOKEN)
          .post("/api/v1/categories", "{\"urls\":[\"http://127.0.0.1/\"]}")
          .problem(403, "--allow-urls");
    }
  }

  @Test
  void aCancelledIngestGoesOnWhenItIsPostedAgain() throws IOException {
    try (var server = server(Optional.empty())) {
      var client = new Client(server.address(), "");
      var job = begun(client);
      client.delete("/api/v1/jobs/" + job);
      assertThat(client.get("/api/v1/jobs/" + job + "/events").body())
          .contains("event: end", "\"state\":\"cancelled\"");
      long before = client.get("/api/v1/jobs/" + job).ok().get("result").get("new").asLong();
      assertThat(before).isBetween(1L, PHOTOS - 1L);

      var second = post(client);
      client.get("/api/v1/jobs/" + second + "/events");
      var result = client.get("/api/v1/jobs/" + second).ok().get("result");
      assertThat(result.get("skipped").asLong()).isEqualTo(before);
      assertThat(result.get("new").asLong()).isEqualTo(PHOTOS - before);
    }
  }

  @Test
  void aServerStoppedAmidAnIngestLeavesACatalogThatALaterRunCompletes() throws IOException {
    var server = server(Optional.empty());
    begun(new Client(server.address(), ""));
    server.close();

    long before;
    try (var left = Workspace.read(workspace)) {
      before = left.catalog().counts().accepted();
      assertThat(before).isBetween(1L, PHOTOS - 1L);
    }
    try (var session = Session.update(workspace, Optional.empty())) {
      var summary =
          new IngestJob(session, IngestOptions.defaults())
              .run(FolderSource.of(photos), Progress.NONE);
      assertThat(summary.skipped()).isEqualTo(before);
      assertThat(session.workspace().catalog().counts().accepted()).isEqualTo(PHOTOS);
    }
    try (var again = server(Optional.empty())) { // whose index follows the catalog from its start
      var hits = new Client(again.address(), "").get("/api/v1/search?q=room&by=photo&k=1000").ok();
      assertThat(hits).hasSize(PHOTOS);
    }
  }

  @Test
  void theWorkspaceIsWrittenByOneServerOnly() throws IOException {
    try (var server = server(Optional.empty())) {
      assertThat(server.port()).isPositive();
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> server(Optional.empty()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is being written by process");
    }
    server(Optional.empty()).close();
  }

  private ApiServer server(Optional<String> token) throws IOException {
    var session = Session.fill(workspace, "cafe", Optional.empty());
    var options = new ServeOptions("127.0.0.1", 0, token, List.of(photos), null);
    return ApiServer.start(session, options, ServerLimits.DEFAULT, line -> {});
  }

  private static String post(Client client) {
    var job = client.post("/api/v1/ingest", "{\"source\": \"" + photos + "\"}");
    assertThat(job.status()).as(job.body()).isEqualTo(202);
    return job.json().get("id").asString();
  }

  /// Posts an ingest and waits for its first photos.
  private static String begun(Client client) {
    var job = post(client);
    while (client.get("/api/v1/jobs/" + job).ok().get("done").asLong() == 0) {
      Thread.onSpinWait();
    }
    return job;
  }
}
