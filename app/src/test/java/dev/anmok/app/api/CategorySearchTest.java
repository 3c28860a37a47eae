package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.feedback.ColouredItems;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.source.Columns;
import dev.anmok.app.source.CsvSource;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Search by category over HTTP, with the real model: items of no category but one, and a gate that
/// is sure of whatever it sees, by the picture and by its mirror image.
class CategorySearchTest {
  @TempDir static Path folder;
  private static Path photos = Path.of("");
  private static ApiServer server;
  private static Client client = new Client("", "");

  @BeforeAll
  static void start() throws IOException {
    photos = ColouredItems.draw(folder.resolve("photos"));
    var manifest = new StringBuilder("uri,item,category\n");
    for (var id : ColouredItems.ids()) {
      var category = id.equals("red-00") ? "가구/침대" : "";
      manifest.append(photo(id)).append(',').append(id).append(',').append(category).append('\n');
    }
    var csv = Files.writeString(folder.resolve("items.csv"), manifest);
    var text =
        Profiles.text("commerce").replace("{sure: 0.9, least: 0.7}", "{sure: 1e-9, least: 1e-9}");
    var profile =
        Files.writeString(
            folder.resolve("p.yaml"),
            text.replace("  field: category\n", "  field: category\n  views: [flip]\n"));
    var session = Session.fill(folder.resolve("data"), profile.toString(), Optional.empty());
    new IngestJob(session, IngestOptions.defaults())
        .run(new CsvSource(csv, Columns.DEFAULT), Progress.NONE);
    var options = new ServeOptions("127.0.0.1", 0, Optional.empty(), List.of(), null);
    server = ApiServer.start(session, options, ServerLimits.DEFAULT, line -> {});
    client = new Client(server.address(), "");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static Path photo(String item) {
    return photos.resolve(item).resolve("photo.png");
  }

  private static Client.Got like(String item, Map<String, String> fields) throws IOException {
    var files = Map.of("a.png", Files.readAllBytes(photo(item)));
    return client.upload("/api/v1/search", "image", files, fields);
  }

  private static String header(Client.Got got, String name) {
    return got.whole().headers().firstValue(name).orElse("");
  }

  @Test
  void anEmptyCategoryIsSaidOnAllPagesOfTheAnswer() throws IOException {
    var seen = new HashSet<String>();
    for (int offset = 0; offset < 36; offset += 9) {
      var got = like("green-00", Map.of("k", "9", "offset", "" + offset));
      assertThat(got.ok()).as("from " + offset).hasSize(9);
      got.ok().forEach(hit -> seen.add(hit.get("item").asString()));
      assertThat(header(got, "Anmok-Category")).startsWith("sure;");
      assertThat(URLDecoder.decode(header(got, "Anmok-Notes"), StandardCharsets.UTF_8))
          .contains("searched all");
    }
    assertThat(seen).isEqualTo(Set.copyOf(ColouredItems.ids()));
  }

  @Test
  void aPhotoOfTheWorkspaceHasNoPictureToClassify() {
    var item = client.get("/api/v1/items/green-00").ok();
    var id = item.get("photos").get(0).get("id").asString();
    var got = client.get("/api/v1/search?k=3&photo=" + id);
    assertThat(got.ok()).hasSize(3);
    assertThat(header(got, "Anmok-Category")).isEmpty();
  }

  @Test
  void aCategoryIsCalledAsTheTaxonomyKnowsIt() {
    for (var name : List.of("가구/침대", "침대", "가구", "bed", "\"침대\"")) {
      var hits = client.get("/api/v1/search?q=red&filter=" + Client.url("category:" + name)).ok();
      assertThat(hits).as(name).hasSize(1);
      assertThat(hits.get(0).get("item").asString()).isEqualTo("red-00");
    }
    var rest = client.get("/api/v1/search?q=red&k=30&filter=" + Client.url("-category:침대"));
    assertThat(rest.ok())
        .isNotEmpty()
        .noneMatch(hit -> hit.get("item").asString().equals("red-00"));
  }

  @Test
  void anAnswerIsForgottenWhenPhotosCome() throws IOException {
    var fields = Map.of("k", "1", "by", "photo", "category", "off");
    assertThat(header(like("blue-00", fields), "Anmok-Cache")).isEqualTo("miss");
    assertThat(header(like("blue-00", fields), "Anmok-Cache")).isEqualTo("hit");
    var more = Map.of("mine.png", Files.readAllBytes(photo("blue-00")));
    client.upload("/api/v1/photos", "photo", more, Map.of("item", "mine")).ok();
    var all = Map.of("k", "2", "by", "photo", "category", "off");
    assertThat(header(like("blue-00", fields), "Anmok-Cache")).isEqualTo("miss");
    assertThat(like("blue-00", all).ok())
        .anyMatch(hit -> hit.get("item").asString().equals("mine"));
  }
}
