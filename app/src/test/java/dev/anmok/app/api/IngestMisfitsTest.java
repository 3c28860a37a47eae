package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.fetch.FetchRules;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.workspace.Session;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An ingest over HTTP tells what the command line tells.
class IngestMisfitsTest {
  @TempDir Path folder;

  @Test
  void aJobTellsWhatFitsNoFieldAndGoesOnAfterARowWithoutAPoster() throws IOException {
    var films = Files.createDirectories(folder.toRealPath().resolve("films"));
    ImageIO.write(
        new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB),
        "png",
        films.resolve("a.png").toFile());
    var manifest =
        Files.writeString(
            films.resolve("films.csv"), "uri,item,title,year\n,b,Cube,1997\na.png,a,Alien,MMV\n");
    var options =
        new ServeOptions("127.0.0.1", 0, Optional.empty(), List.of(films), FetchRules.PUBLIC);
    var session = Session.fill(folder.resolve("data"), "poster", Optional.empty());
    try (var server =
        ApiServer.start(session, options, ServerLimits.DEFAULT, new ArrayList<String>()::add)) {
      var client = new Client(server.address(), "");
      var job = client.post("/api/v1/ingest", "{\"source\": \"" + manifest + "\"}");
      var path = job.whole().headers().firstValue("Location").orElseThrow();
      assertThat(client.get(path + "/events").body()).contains("\"state\":\"done\"");

      var result = client.get(path).ok().get("result");
      assertThat(result.get("new").asInt()).isEqualTo(1);
      assertThat(result.get("reasons").get("missing").asInt()).isEqualTo(1);
      assertThat(result.get("misfits").values())
          .extracting(line -> line.asString())
          .containsExactly(
              "1 value of 'year' is left out, not being a whole number: 'MMV' of item a");
    }
  }
}
