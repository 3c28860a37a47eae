package dev.anmok.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexSettingsTest {
  private static final Path FILE = Path.of("index.yml");
  private static final String HEAD = "kind: opensearch\naddresses: [http://localhost:9200]\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shards: 0 | shards must be >= 1, was 0",
        "replicas: -1 | replicas must be >= 0, was -1",
        "alias: Photos of mine | alias must be lower-case letters",
        "exact: -1 | must be >= 0, was -1",
        "neighbours: 1 | neighbours must be 2..512, was 1",
        "construction: 3 | construction must be >=",
        "connect_seconds: 0 | time-outs must be > 0",
        "answer_seconds: 0 | time-outs must be > 0",
      })
  void aValueThatCannotBeIsNamedWithItsLine(String line, String problem) {
    for (var above : new String[] {"", "quantized: true\n"}) {
      assertThatThrownBy(() -> IndexSettings.parse(FILE, HEAD + above + line + "\n"))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("index.yml line " + (above.isEmpty() ? 3 : 4) + ": ")
          .hasMessageContaining(problem);
    }
  }

  @Test
  void anAddressThatCannotBeIsNamedWithItsLine() {
    for (var address :
        new String[] {"http://a b", "localhost:9200", "ftp://host:1", "http://h/x"}) {
      assertThatThrownBy(() ->
              IndexSettings.parse(FILE, "kind: opensearch\n\naddresses: ['" + address + "']\n"))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("index.yml line 3: ");
    }
  }

  @Test
  void whatIsLeftOutIsAsUsual() throws IOException {
    var settings =
        IndexSettings.parse(
            FILE, HEAD + "shards: 3\nreplicas: 2\nneighbours: 300\n" + "construction: 400\n");

    assertThat(settings.layout().shards()).isEqualTo(3);
    assertThat(settings.layout().replicas()).isEqualTo(2);
    assertThat(settings.layout().method().construction()).isEqualTo(400);
    assertThat(settings.layout().alias()).isEqualTo("anmok");
  }
}
