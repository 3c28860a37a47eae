package dev.anmok.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryFileTest {
  @TempDir private Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void readsWordsPhotosGradesAndParts() throws IOException {
    var file =
        write(
            "queries.csv",
            """
            query,image,relevant,part
            모자,,hat/1^2|hat/2*,tune
            a red hat,,,test
            ,a.jpg,hat/1,
            """);

    var queries = QueryFile.read(file);

    assertThat(queries).extracting(LabelledQuery::language).containsExactly("ko", "en", "photo");
    assertThat(queries).extracting(LabelledQuery::part).containsExactly("tune", "test", "");
    assertThat(queries.get(0).relevant()).isEqualTo(Map.of("hat/1", 2.0, "hat/2*", 1.0));
    assertThat(queries.get(1).relevant()).isEmpty();
    assertThat(queries.get(2).image()).contains(folder.resolve("a.jpg").toString());
  }

  @Test
  void readsJsonLines() throws IOException {
    var file =
        write(
            "queries.jsonl",
            """
            {"query": "모자", "relevant": ["hat/1", "hat/2"]}

            {"query": "hat", "relevant": "hat/1", "language": "English"}
            """);

    var queries = QueryFile.read(file);

    assertThat(queries.get(0).relevant()).isEqualTo(Map.of("hat/1", 1.0, "hat/2", 1.0));
    assertThat(queries.get(1).language()).isEqualTo("English");
    assertThat(queries.get(1).line()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "query,right;hat,1 | no column 'relevant'",
        "query,relevant | no queries in it",
        "query,relevant;hat,a;hat,b | line 3: the same query as in line 2",
        "query,relevant;,a | line 2: a query needs words or an image",
        "query,relevant;hat,a^x | line 2: a grade after ^ must be a number",
        "query,relevant;hat,a^0 | line 2: a grade after ^ must be above 0",
      })
  void aMistakeIsNamed(String lines, String message) throws IOException {
    var file = write("queries.csv", lines.replace(';', '\n') + "\n");

    assertThatThrownBy(() -> QueryFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anAnswerThatStandsTwiceIsNamed() throws IOException {
    var file = write("queries.csv", "query,relevant\nhat,a|a\n");

    assertThatThrownBy(() -> QueryFile.read(file)).hasMessageContaining("'a' stands twice");
  }

  @Test
  void aMistakeInJsonIsNamed() throws IOException {
    var unknown = write("a.jsonl", "{\"query\": \"hat\", \"relevent\": \"a\"}\n");
    var broken = write("b.jsonl", "{\"query\": \n");

    assertThatThrownBy(() -> QueryFile.read(unknown))
        .hasMessageContaining("line 1: unknown key 'relevent'; known: image, language, part");
    assertThatThrownBy(() -> QueryFile.read(broken)).hasMessageContaining("line 1: not valid JSON");
  }
}
