package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.sample.FewPictures;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two people who decide on the same thing, and the subjects besides blur, over HTTP.
@Timeout(120)
class ReviewConflictsTest {
  private static final String REVIEW = "/api/v1/review";
  private static final String VERDICTS = REVIEW + "/verdicts";

  @TempDir Path folder;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private Optional<ApiServer> started = Optional.empty();
  private Client client = new Client("", "");

  @BeforeEach
  void start() throws IOException {
    var photos = FewPictures.draw(folder.toRealPath().resolve("samples"), 1, 4);
    try (var files = Files.walk(photos)) {
      var first = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
      var copy = Files.copy(first, first.resolveSibling("copy.jpg"));
      Files.write(copy, new byte[1], java.nio.file.StandardOpenOption.APPEND); // another digest
    }
    var session = Session.fill(folder.resolve("data"), "album", Optional.empty());
    new IngestJob(session, IngestOptions.defaults()).run(FolderSource.of(photos), Progress.NONE);
    var options = new ServeOptions("127.0.0.1", 0, Optional.empty(), List.of(photos), null);
    var server = ApiServer.start(session, options, ServerLimits.DEFAULT, log::add);
    started = Optional.of(server);
    client = new Client(server.address(), "");
  }

  @AfterEach
  void stop() throws IOException {
    started.orElseThrow().close();
    assertThat(log).isEmpty();
  }

  private Client.Got say(String photo, String reviewer, String rest) {
    return client.post(
        VERDICTS, "{\"photo\":\"" + photo + "\",\"reviewer\":\"" + reviewer + "\"," + rest + "}");
  }

  private JsonNode first(String subject) {
    return client.get(REVIEW + "?subject=" + subject).ok().get("photos").get(0);
  }

  @Test
  void aDecisionMadeMeanwhileIsNotOverwrittenUnseen() {
    client.post(REVIEW + "/audits", "{\"size\":100}").ok();
    var photo = first("blur").get("id").asString();
    say(photo, "kim", "\"verdict\":\"skip\",\"seen\":\"\"").ok();
    var skipped =
        client
            .get(REVIEW)
            .ok()
            .get("photos")
            .valueStream()
            .filter(row -> row.get("id").asString().equals(photo))
            .findFirst()
            .orElseThrow();
    assertThat(skipped.get("standing").get("verdict").asString()).isEqualTo("skip");

    var kims = say(photo, "kim", "\"verdict\":\"sharp\",\"seen\":\"\"").ok();
    assertThat(say(photo, "kim", "\"verdict\":\"sharp\",\"seen\":\"\"").ok())
        .as("asked again, since the answer was lost")
        .isEqualTo(kims);
    say(photo, "kim", "\"verdict\":\"blurry\",\"seen\":\"\"").problem(409, "kim said 'sharp'");
    var refused = say(photo, "lee", "\"verdict\":\"blurry\",\"seen\":\"\"");
    refused.problem(409, "kim said 'sharp' meanwhile");
    assertThat(refused.json().get("standing").get("reviewer").asString()).isEqualTo("kim");
    var seen = "\"seen\":\"" + kims.get("at").asString() + "\"";
    say(photo, "lee", "\"verdict\":\"blurry\"," + seen).ok();
    say(photo, "kim", "\"verdict\":\"sharp\"," + seen).problem(409, "lee said 'blurry'");
    say(photo, "kim", "\"verdict\":\"sharp\"").ok(); // who does not say what was seen overwrites
    say(photo, "kim", "\"verdict\":\"sharp\",\"seen\":\"noon\"").problem(400, "seen must be");
  }

  @Test
  void categoriesAreSaidByNameAndCount() {
    client.post(REVIEW + "/audits", "{\"size\":100,\"subject\":\"category\"}").ok();
    var page = client.get(REVIEW + "?subject=category").ok();
    assertThat(page.get("waiting").asInt()).isEqualTo(5);
    var row = page.get("photos").get(0);
    assertThat(row.propertyNames()).contains("reason", "scores", "verdict", "why");
    var names = page.get("categories").valueStream().map(c -> c.get("category").asString());
    var other =
        names.filter(name -> !name.equals(row.get("verdict").asString())).findFirst().orElseThrow();
    var photo = row.get("id").asString();
    say(photo, "kim", "\"subject\":\"category\",\"verdict\":\"no such\"")
        .problem(400, "verdict must be one of", "others, skip");
    var said = say(photo, "kim", "\"subject\":\"category\",\"verdict\":\"" + other + "\"").ok();
    assertThat(said.get("verdict").asString()).isEqualTo(other);

    var answer = client.get("/api/v1/categories?details=true").body();
    assertThat(answer).contains("\"reason\":\"by_people\",\"reviewer\":\"kim\"");
    var report = client.get(REVIEW + "/report?subject=category").ok();
    assertThat(report.get("agreement").get("successes").asInt()).isZero();
    client.delete(VERDICTS + "/last?subject=category&reviewer=kim").ok();
    assertThat(client.get("/api/v1/categories?details=true").body()).doesNotContain("by_people");
  }

  @Test
  void copiesAreAnsweredForAsAGroup() {
    var page = client.get(REVIEW + "?subject=duplicates").ok();
    assertThat(page.get("waiting").asInt()).isEqualTo(1);
    var group = page.get("groups").get(0);
    assertThat(group.propertyNames()).contains("why", "level", "alike", "reason", "members");
    var keeper = group.get("photos").get(0).get("id").asString();
    var other = group.get("photos").get(1).get("id").asString();
    client
        .post(REVIEW + "/audits", "{\"size\":1,\"subject\":\"duplicates\"}")
        .problem(400, "queue");
    var about = "\"subject\":\"duplicates\",\"seen\":\"\",";
    say(other, "kim", about + "\"verdict\":\"keep\"").problem(400, "keep needs the copies");
    say(other, "kim", about + "\"verdict\":\"keep\",\"fold\":[\"" + "0".repeat(64) + "\"]")
        .problem(404, "no photo");
    var said = say(other, "kim", about + "\"verdict\":\"keep\",\"fold\":[\"" + keeper + "\"]").ok();
    assertThat(said.get("reviews")).hasSize(2);
    var again = about + "\"verdict\":\"keep\",\"fold\":[\"" + keeper + "\"]";
    assertThat(say(other, "kim", again).ok()).as("asked again").isEqualTo(said);
    say(other, "lee", again).problem(409, "kim said");
    say(keeper, "lee", about + "\"verdict\":\"separate\",\"separate\":[\"" + other + "\"]")
        .problem(409, "kim said");

    assertThat(client.get(REVIEW + "?subject=duplicates").ok().get("groups")).isEmpty();
    var found = client.get("/api/v1/duplicates?details=true").ok().get("groups").get(0);
    assertThat(other).startsWith(found.get("id").asString());
    assertThat(found.get("reason").asString()).isEqualTo("chosen by kim");
    assertThat(
            client
                .get(REVIEW + "/report?subject=duplicates")
                .ok()
                .get("keeper")
                .get("trials")
                .asInt())
        .isEqualTo(1);
    assertThat(client.delete(VERDICTS + "/last?subject=duplicates").ok().get("reviews")).hasSize(2);
    client.delete(VERDICTS + "/last?subject=duplicates").problem(409, "no verdict to take back");
    assertThat(client.get(REVIEW + "?subject=duplicates").ok().get("groups")).hasSize(1);

    var apart = about + "\"verdict\":\"separate\",\"separate\":[\"" + other + "\"]";
    var told = say(keeper, "kim", apart).ok();
    assertThat(say(keeper, "kim", apart).ok()).as("asked again").isEqualTo(told);
    client.delete(VERDICTS + "/last?subject=duplicates").ok();
    client.delete(VERDICTS + "/last?subject=duplicates").problem(409, "no verdict to take back");
  }
}
