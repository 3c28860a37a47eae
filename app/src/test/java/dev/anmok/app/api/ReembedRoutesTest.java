package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.reembed.ModelSwitch;
import dev.anmok.app.reembed.SecondModel;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server fills the space of another model while it answers by its own.
class ReembedRoutesTest {
  private static final String REEMBED = "/api/v1/reembed";

  @TempDir Path folder;

  @Test
  void theServerGoesOnAnsweringByItsOwnModelUntilTheSwitch() throws IOException {
    var workspace = folder.toRealPath().resolve("data");
    var photos = folder.toRealPath().resolve("photos");
    SecondModel.photos(photos);
    SecondModel.add(workspace, SecondModel.CENTRE);
    var options = new ServeOptions("127.0.0.1", 0, Optional.empty(), List.of(photos), null);
    var session = Session.fill(workspace, "album", Optional.empty());
    try (var server =
        ApiServer.start(session, options, ServerLimits.DEFAULT, new ArrayList<String>()::add)) {
      var client = new Client(server.address(), "");
      done(client, "/api/v1/ingest", "{\"source\": \"" + photos + "\"}");
      var search = "/api/v1/search?q=a%20dog&by=photo&mode=vector";
      var before = client.get(search).ok();

      var result = done(client, REEMBED, "{\"model\": \"centre\"}");

      assertThat(result.get("new").asInt()).isEqualTo(25);
      assertThat(result.get("missing").asInt()).isZero();
      assertThat(result.get("problem").asString()).isEmpty();
      assertThat(client.get(search).ok()).isEqualTo(before);
      var standing = client.get(REEMBED).ok();
      assertThat(standing.get("model").asString()).isEqualTo("anmok-mini");
      assertThat(standing.get("spaces")).hasSize(2);
      client.post(REEMBED, "{\"model\": \"absent\"}").problem(404, "unknown model 'absent'");
      client.post(REEMBED, "{\"model\": \"anmok-mini\"}").problem(409, "is the one that is served");
      client.post(REEMBED, "{}").problem(400, "field 'model' is missing");
    }
    try (var again = Session.update(workspace, Optional.empty());
        var next = again.beside("centre")) {
      new ModelSwitch(again).to(next, false);
    }
    try (var server =
        ApiServer.start(
            Session.update(workspace, Optional.empty()),
            options,
            ServerLimits.DEFAULT,
            new ArrayList<String>()::add)) {
      var client = new Client(server.address(), "");
      assertThat(client.get(REEMBED).ok().get("before").asString()).isEqualTo("anmok-mini");
      assertThat(client.get("/api/v1/search?q=a%20dog&by=photo").ok()).isNotEmpty();
    }
  }

  private static tools.jackson.databind.JsonNode done(Client client, String path, String json) {
    var job = client.post(path, json);
    var place = job.whole().headers().firstValue("Location").orElseThrow();
    assertThat(client.get(place + "/events").body()).contains("\"state\":\"done\"");
    return client.get(place).ok().get("result");
  }
}
