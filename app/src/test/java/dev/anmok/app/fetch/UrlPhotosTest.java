package dev.anmok.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.PhotoBytes.Content;
import dev.anmok.core.pipeline.PhotoBytes.Look;
import dev.anmok.core.pipeline.PhotoFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrlPhotosTest {
  @TempDir Path folder;

  @Test
  void filesAreReadAndUrlsAreFetched() throws IOException {
    var file = Files.writeString(folder.resolve("http.jpg"), "from disk").toString();
    try (var server = new LocalServer();
        var fetcher =
            new UrlFetcher(
                new FetchRules(Set.of(server.port()), _ -> Optional.empty()),
                FetchLimits.DEFAULT)) {
      server.on("/a.jpg", "HTTP/1.1 200 OK", "fetched".getBytes(StandardCharsets.UTF_8));
      var photos = new UrlPhotos(fetcher, new PhotoFiles(100));

      assertThat(text(photos, file)).isEqualTo("from disk");
      assertThat(text(photos, server.url("127.0.0.1", "/a.jpg").replace("http", "HTTP")))
          .isEqualTo("fetched");
      var missing = new Look.Found(server.url("127.0.0.1", "/b.jpg"), -1, -1);
      assertThat(photos.read(missing))
          .isInstanceOfSatisfying(
              Content.Rejected.class,
              rejected -> assertThat(rejected.reason()).isEqualTo(Reason.MISSING));
      assertThat(photos.look("ftp://127.0.0.1/a.jpg"))
          .isInstanceOfSatisfying(
              Look.Unusable.class, look -> assertThat(look.reason()).isEqualTo(Reason.NOT_ALLOWED));
    }
  }

  private static String text(UrlPhotos photos, String uri) {
    var look = photos.look(uri);
    assertThat(look).isInstanceOf(Look.Found.class);
    var content = photos.read((Look.Found) look);
    assertThat(content).isInstanceOf(Content.Bytes.class);
    return new String(((Content.Bytes) content).bytes(), StandardCharsets.UTF_8);
  }
}
