package dev.anmok.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.Source;
import dev.anmok.core.pipeline.SourcePhoto;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
  @TempDir Path folder;

  @Test
  void aCsvRowGivesAPhotoOfAnItemWithMetadata() throws IOException {
    var source =
        csv(
            """
            uri,item,title,dong
            a/1.jpg,7,달빛 서재,구로2동
            "b, c.jpg",8,,
            loose.jpg,,,
            """);

    assertThat(photos(source))
        .containsExactly(
            new SourcePhoto(
                folder.resolve("a/1.jpg").toString(),
                new Item("7", "달빛 서재", Map.of("dong", "구로2동"))),
            new SourcePhoto(folder.resolve("b, c.jpg").toString(), new Item("8", "8", Map.of())),
            new SourcePhoto(folder.resolve("loose.jpg").toString(), null));
    assertThat(source.count()).hasValue(3);
  }

  @Test
  void aJsonLineGivesTheSame() throws IOException {
    var source =
        json(
            """
            {"uri": "a/1.jpg", "item": "7", "title": "달빛 서재", "seats": 12, "tags": ["quiet"]}

            {"uri": "https://example.org/x.jpg", "item": null}
            """);

    assertThat(photos(source))
        .containsExactly(
            new SourcePhoto(
                folder.resolve("a/1.jpg").toString(),
                new Item("7", "달빛 서재", Map.of("seats", "12", "tags", "[\"quiet\"]"))),
            new SourcePhoto("https://example.org/x.jpg", null));
  }

  @Test
  void aRowThatTellsOfNoItemIsAnItemOfItsOwn() throws IOException {
    var source = csv("uri,item,title,year\na.jpg,,Alien,1979\nb.jpg,,,1986\nc.jpg,,Cube,\n");

    assertThat(photos(source).stream().map(photo -> photo.item().orElseThrow()))
        .containsExactly(
            new Item("a.jpg", "Alien", Map.of("year", "1979")),
            new Item("b.jpg", "b.jpg", Map.of("year", "1986")),
            new Item("c.jpg", "Cube", Map.of()));
  }

  @Test
  void aCsvRowWithoutAPlaceStopsNoOther() throws IOException {
    var source = csv("uri,item\na.jpg,1\n ,2\nno\0path,3\nd.jpg,4\n");

    var photos = photos(source);
    assertThat(source.count()).hasValue(4);
    assertThat(photos).filteredOn(photo -> photo.flaw().isEmpty()).hasSize(2);
    assertThat(photos.get(1))
        .isEqualTo(
            new SourcePhoto(
                folder.resolve("m.csv") + ":3",
                new Item("2", "2", Map.of()),
                "m.csv line 3: 'uri' is empty"));
    assertThat(photos.get(2).flawOrNull()).startsWith("m.csv line 4:").contains("is no path");
  }

  @Test
  void aJsonLineWithoutAPlaceStopsNoOther() throws IOException {
    var source =
        json(
            """
            {"item": "1", "year": 1999}
            {"uri": null, "item": "2"}

            {"uri": "c.jpg", "item": "3"}
            """);

    assertThat(source.count()).hasValue(3);
    assertThat(photos(source))
        .extracting(photo -> photo.flaw().orElse("none"))
        .containsExactly(
            "m.jsonl line 1: 'uri' is empty", "m.jsonl line 2: 'uri' is empty", "none");
  }

  @Test
  void columnsCanHaveOtherNames() throws IOException {
    var file = Files.writeString(folder.resolve("m.csv"), "photo,shop\nx.jpg,9\n");
    var source =
        new dev.anmok.app.source.CsvSource(file, new Columns("photo", "shop", "shop_name"));

    assertThat(photos(source).getFirst().item().orElseThrow().id()).isEqualTo("9");
  }

  @Test
  void aPrefixStandsBeforeEveryPlace() throws IOException {
    var file = Files.writeString(folder.resolve("m.csv"), "uri\n/x.jpg\n");
    var web = new Columns("uri", "item", "title", "https://images.example/w500");
    var beside = new Columns("uri", "item", "title", "posters");

    assertThat(photos(new dev.anmok.app.source.CsvSource(file, web)).getFirst().uri())
        .isEqualTo("https://images.example/w500/x.jpg");
    assertThat(photos(new dev.anmok.app.source.CsvSource(file, beside)).getFirst().uri())
        .isEqualTo(folder.resolve("posters/x.jpg").toString());
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
    assertThat(photos(csv("\uFEFFuri\nx.jpg\n"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`path,item\nx.jpg,1\n` | there is no column 'uri'; its columns are path, item",
        "`uri,item\nx.jpg\n`    | not valid CSV",
        "`uri\n\"open\n`         | not valid CSV",
      })
  void aBadCsvIsNamedWithItsLine(String text, String message) throws IOException {
    var source = csv(text);

    assertThatThrownBy(source::count)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("m.csv")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"uri\": \"x\"}\n{\"uri\": \n` | line 2: not valid JSON",
        "`[1]`                            | line 1: expected one JSON object",
        "`{\"path\": \"x\"}\n{\"a\": 1}` | no line has a 'uri'; the keys of the first are path",
      })
  void aBadJsonLineIsNamedWithItsLine(String text, String message) throws IOException {
    var source = json(text);

    assertThatThrownBy(source::count)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("m.jsonl")
        .hasMessageContaining(message);
  }

  @Test
  void anOldKoreanEncodingIsRefusedWithAdvice() throws IOException {
    var file = folder.resolve("m.csv");
    Files.writeString(file, "uri,item\n카페.jpg,1\n", Charset.forName("x-windows-949"));

    assertThatThrownBy(() -> new dev.anmok.app.source.CsvSource(file, Columns.DEFAULT).count())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not UTF-8");
  }

  private static List<SourcePhoto> photos(Source source) throws IOException {
    try (var photos = source.photos()) {
      return photos.toList();
    }
  }

  private Source csv(String text) throws IOException {
    return new dev.anmok.app.source.CsvSource(
        Files.writeString(folder.resolve("m.csv"), text), Columns.DEFAULT);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    assertThat(photos(json("\uFEFF{\"uri\": \"x.jpg\"}\n"))).hasSize(1);
    assertThatThrownBy(() -> json("\uFEFF{\"path\": \"x.jpg\"}\n").count())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the keys of the first are path");
  }

  private Source json(String text) throws IOException {
    return new JsonLinesSource(Files.writeString(folder.resolve("m.jsonl"), text), Columns.DEFAULT);
  }
}
