package dev.anmok.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.pipeline.SourcePhoto;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrlListTest {
  @TempDir Path folder;

  private UrlListSource list(String text) throws IOException {
    return new UrlListSource(Files.writeString(folder.resolve("urls.txt"), text));
  }

  @Test
  void eachLineIsAUrl() throws IOException {
    var list =
        list("\uFEFFhttps://a.example/1.jpg\n\n# these too\r\n  http://b.example/2 2.jpg \n");

    try (var photos = list.photos()) {
      assertThat(photos)
          .containsExactly(
              new SourcePhoto("https://a.example/1.jpg", null),
              new SourcePhoto("http://b.example/2 2.jpg", null));
    }
    assertThat(list.count()).hasValue(2);
  }

  @Test
  void aLineThatIsNoUrlIsNamed() throws IOException {
    var list = list("https://a.example/1.jpg\n\nphotos/2.jpg\n");

    assertThatThrownBy(list::count)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("urls.txt line 3", "photos/2.jpg", ".csv");
  }

  @Test
  void anotherEncodingIsSaid() throws IOException {
    var file = folder.resolve("urls.txt");
    Files.write(file, "https://a.example/사진.jpg".getBytes(Charset.forName("EUC-KR")));

    assertThatThrownBy(() -> new UrlListSource(file).count()).hasMessageContaining("not UTF-8");
  }
}
