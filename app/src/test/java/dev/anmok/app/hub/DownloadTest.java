package dev.anmok.app.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.onnx.PublishedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
  private static final String PATH = "/owner/name/resolve/main/onnx/model.onnx";
  private static final int LENGTH = 300_000;
  private static final PullLimits PATIENT =
      new PullLimits(Duration.ofSeconds(20), Duration.ofMillis(1), 3);
  private static final PullLimits IMPATIENT =
      new PullLimits(Duration.ofMillis(400), Duration.ofMillis(1), 3);

  private PullLimits limits = PATIENT;
  private final FakeHub server = new FakeHub();
  private final byte[] content = content(1);
  private final List<Long> reported = new CopyOnWriteArrayList<>();
  @TempDir Path folder;

  @BeforeEach
  void publish() {
    server.put(PATH, content);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void bringsAFileAndSaysHowFarItIs() throws IOException {
    assertThat(fetch(file(), null)).isEqualTo(digest(content));

    assertThat(folder.resolve("model.onnx")).hasBinaryContent(content);
    assertThat(reported.getLast()).isEqualTo(LENGTH);
    nothingIsLeftBesides("model.onnx");
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws IOException {
    server.next(PATH, FakeHub.dropsAfter(200_000), FakeHub.status(503));

    fetch(file(), null);

    assertThat(folder.resolve("model.onnx")).hasBinaryContent(content);
    assertThat(server.asked()).hasSize(3);
    assertThat(server.asked().getLast()).matches(PATH + " bytes=[1-9]\\d+-");
  }

  @Test
  void aLaterRunGoesOnWhereAnEarlierOneEnded() throws IOException {
    server.next(
        PATH,
        FakeHub.dropsAfter(200_000),
        FakeHub.status(503),
        FakeHub.status(503),
        FakeHub.status(503));
    refused(file(), null)
        .hasMessageMatching(
            "onnx/model.onnx of owner/name did not come whole, [1-9]\\d+ bytes are there"
                + " \\(the hub is busy, it answers 503\\): the same command goes on from there");

    fetch(file(), null);

    assertThat(server.asked().getLast()).matches(PATH + " bytes=[1-9]\\d+-");
    assertThat(folder.resolve("model.onnx")).hasBinaryContent(content);
  }

  @Test
  void startsAnewWhereTheHubIgnoresTheRange() throws IOException {
    server.next(PATH, FakeHub.dropsAfter(200_000), FakeHub::wholeWithoutLength);

    fetch(file(), null);

    assertThat(folder.resolve("model.onnx")).hasBinaryContent(content);
  }

  @Test
  void startsAnewWhereTheHubHasAnotherFileByThen() throws IOException {
    server.next(
        PATH,
        FakeHub.dropsAfter(200_000),
        FakeHub.status(503),
        FakeHub.status(503),
        FakeHub.status(503));
    refused(file(), null).hasMessageContaining("did not come whole");
    var other = content(2);
    server.put(PATH, other);

    assertThat(fetch(file(), null)).isEqualTo(digest(other));
  }

  @Test
  void goesBackToTheStartWhereThereIsNoSuchPart() throws IOException {
    Files.write(folder.resolve("model.onnx.part"), new byte[LENGTH + 5]);
    Files.writeString(
        folder.resolve("model.onnx.part.etag"), "\"" + java.util.Arrays.hashCode(content) + "\"");

    assertThat(fetch(file(), null)).isEqualTo(digest(content));
  }

  @Test
  void whatCameWholeIsNotAskedForAgain() throws IOException {
    Files.write(folder.resolve("model.onnx.part"), content);
    assertThat(fetch(known(LENGTH, null), null)).isEqualTo(digest(content));
    Files.move(folder.resolve("model.onnx"), folder.resolve("model.onnx.part"));
    assertThat(fetch(file(), digest(content))).isEqualTo(digest(content));

    assertThat(server.asked()).isEmpty();
    assertThat(reported).containsExactly((long) LENGTH, (long) LENGTH);
    nothingIsLeftBesides("model.onnx");

    Files.delete(folder.resolve("model.onnx"));
    Files.write(folder.resolve("model.onnx.part"), content(2));
    assertThat(fetch(known(LENGTH, digest(content)), digest(content))).isEqualTo(digest(content));
  }

  @Test
  void aHubThatPromisesMoreThanItSendsIsGivenUp() {
    server.always(PATH, FakeHub.says(LENGTH + 10));

    refused(file(), null).hasMessageMatching(".* did not come whole, \\d+ bytes are there .*");
  }

  @Test
  void aHubThatSendsLessThanTheDescriptionSaysIsRefused() {
    server.always(PATH, FakeHub.says(1_000));

    refused(known(LENGTH, null), null)
        .hasMessage(
            "onnx/model.onnx of owner/name has 1000 bytes on the hub, the description says 300000");
  }

  @Test
  void tooLargeFilesAreRefusedBeforeTheyCome() {
    server.always(PATH, FakeHub.says(10_000_000_000L));

    refused(file(), null)
        .hasMessage(
            "onnx/model.onnx of owner/name is not pulled: it has 10000000000 bytes, at most 1000000 are taken");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void tooMuchWithoutALengthIsBrokenOff() {
    server.put(PATH, new byte[1_500_000]);
    server.always(PATH, FakeHub::wholeWithoutLength);

    refused(file(), null).hasMessageContaining("more than that comes, at most 1000000 are taken");
  }

  @Test
  void aWrongDigestThrowsTheFileAway() throws IOException {
    refused(file(), "0".repeat(64))
        .hasMessage(
            "onnx/model.onnx of owner/name came with SHA-256 %s, it must have %s: it was thrown away"
                .formatted(digest(content), "0".repeat(64)));
    nothingIsLeftBesides();
  }

  @Test
  void whatTheHubStatesOfTheFileIsHeldAgainstIt() throws IOException {
    server.always(PATH, FakeHub.states("1".repeat(64)));

    refused(file(), null).hasMessageContaining("it must have " + "1".repeat(64));
    refused(file(), digest(content))
        .hasMessageEndingWith(
            "it must have " + digest(content) + ": it is another file than before");
    assertThat(reported.getLast()).isEqualTo(LENGTH); // of the first; the second was not read
  }

  @Test
  void redirectsAreFollowedOnThisMachineAndOverHttps() throws IOException {
    server.put("/store/abc", content);
    server.always(PATH, FakeHub.sendsOn("/store/abc"));

    fetch(file(), null);

    assertThat(server.asked()).containsExactly(PATH, "/store/abc");
  }

  @Test
  void otherRedirectsAreNot() {
    sentOn("http://example.com/x?signature=secret", "http://example.com/x, which is not https");
    sentOn("file:///etc/passwd", "an address that is not followed");
    sentOn("http://user:word@127.0.0.1/x", "an address that is not followed");
    sentOn("http://127.0.0.2:1/x", "which is not https");
    sentOn("ht tp://", "no address");
    sentOn(PATH, "sends on more than 6 times");
  }

  private void sentOn(String location, String why) {
    server.always(PATH, FakeHub.sendsOn(location));
    refused(file(), null).hasMessageContaining(why).hasMessageNotContaining("secret");
  }

  @Test
  void theTokenIsShownToTheHubOnly() throws IOException {
    try (var other = new FakeHub()) {
      other.put("/blob", content);
      server.always(
          PATH,
          (exchange, _) -> {
            if ("Bearer s3cret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
              FakeHub.sendsOn(other.address() + "/blob").answer(exchange, new byte[0]);
            } else {
              exchange.sendResponseHeaders(401, -1);
            }
          });

      refused(file(), null)
          .hasMessageContaining("lets nobody without a token")
          .hasMessageContaining("--token-env");
      var token = new Hub.Token("MY_TOKEN", "s3cret");
      fetch(Hub.of(server.address(), Optional.of(token)), file(), null);

      assertThat(server.asked().getLast()).endsWith("Bearer s3cret");
      assertThat(other.asked()).containsExactly("/blob");
      var wrong = Hub.of(server.address(), Optional.of(new Hub.Token("MY_TOKEN", "other")));
      Files.delete(folder.resolve("model.onnx"));
      assertThatThrownBy(() -> fetch(wrong, file(), null))
          .hasMessage(
              "the hub does not accept the token in MY_TOKEN for owner/name at revision main");
    }
  }

  @Test
  void aWebPageIsCalledOne() {
    server.put(PATH, "\n<!DOCTYPE html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8));
    refused(file(), null)
        .hasMessageContaining("a web page, not with onnx/model.onnx of owner/name");

    server.always(
        PATH,
        (exchange, bytes) -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          FakeHub.well(exchange, bytes);
        });
    server.put(PATH, content);
    refused(file(), null).hasMessageContaining("a web page");
  }

  @Test
  void whatIsNotThereIsSaidOnce() {
    server.always(PATH, FakeHub.status(404));

    refused(file(), null)
        .hasMessage("the hub has no onnx/model.onnx in owner/name at revision main");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void aHubThatFallsSilentIsNotWaitedForForEver() {
    limits = IMPATIENT;
    var end = new CountDownLatch(1);
    server.always(
        PATH,
        (exchange, bytes) -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().flush();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    refused(file(), null).hasMessageContaining("(nothing was heard for too long)");
    end.countDown();
  }

  @Test
  void noHubIsSaid() {
    var nobody = Hub.of("http://127.0.0.1:1", Optional.empty());

    assertThatThrownBy(() -> fetch(nobody, file(), null))
        .hasMessageContaining("(the hub takes no connection)");
  }

  @Test
  void withoutRoomNothingBegins() {
    assertThatThrownBy(() -> PATIENT.requireRoom(folder, Long.MAX_VALUE, "model.onnx"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no room for model.onnx: ");
  }

  @Test
  void aHubIsAnHttpsAddressOrOnThisMachine() {
    Hub.of("https://hub.example/models/", Optional.empty());
    Hub.of("http://localhost:9/x", Optional.empty());
    Hub.of("http://[::1]:9", Optional.empty());
    for (var wrong :
        List.of(
            "http://hub.example",
            "ftp://x.example",
            "https://a:b@x.example",
            "hub",
            "https://x.example/?a=b")) {
      assertThatThrownBy(() -> Hub.of(wrong, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong);
    }
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(
      PublishedFile file, @Nullable String expected) {
    return assertThatThrownBy(() -> fetch(file, expected)).isInstanceOf(IOException.class);
  }

  private String fetch(PublishedFile file, @Nullable String expected) throws IOException {
    return fetch(Hub.of(server.address(), Optional.empty()), file, expected);
  }

  private String fetch(Hub hub, PublishedFile file, @Nullable String expected) throws IOException {
    try (var client = new HubClient(hub, null, limits.patience())) {
      var count = new PullCount((done, _) -> reported.add(done));
      return new Download(client, folder, limits, count).fetch(file, expected);
    }
  }

  private void nothingIsLeftBesides(String... names) throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly(names);
    }
  }

  private static PublishedFile file() {
    return known(-1, null);
  }

  private static PublishedFile known(long bytes, @Nullable String sha256) {
    return new PublishedFile(
        "model.onnx",
        "owner/name",
        "main",
        "onnx/model.onnx",
        bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes),
        Optional.ofNullable(sha256),
        1_000_000);
  }

  private static byte[] content(int seed) {
    var bytes = new byte[LENGTH];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private String digest(byte[] bytes) throws IOException {
    var file = folder.resolveSibling(folder.getFileName() + ".digest");
    Files.write(file, bytes);
    try {
      return PublishedFile.digestOf(file);
    } finally {
      Files.delete(file);
    }
  }
}
