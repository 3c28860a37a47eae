package dev.anmok.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class UrlFetcherTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg";
  private static final byte[] PHOTO = "a photo".getBytes(StandardCharsets.UTF_8);
  private static final FetchLimits LIMITS =
      new FetchLimits(1000, Duration.ofSeconds(10), Duration.ofSeconds(5), 3, 8, 2);
  private static final FetchLimits HASTY =
      new FetchLimits(1000, Duration.ofMillis(400), Duration.ofMillis(400), 3, 8, 2);

  /// Public addresses, and 127.0.0.1 as if it were one; 127.0.0.2 stays what it is.
  private static final AddressRule RULE =
      address ->
          address.getHostAddress().equals("127.0.0.1")
              ? Optional.empty()
              : new PublicAddresses().refusal(address);

  private final List<String> lookups = new ArrayList<>();
  private LocalServer server;
  private UrlFetcher fetcher;

  UrlFetcherTest() throws IOException {
    server = new LocalServer();
    fetcher = fetcher(LIMITS);
  }

  private UrlFetcher fetcher(FetchLimits limits) {
    return new UrlFetcher(
        new FetchRules(Set.of(80, 443, server.port()), RULE), limits, this::addresses);
  }

  private InetAddress[] addresses(String host) throws UnknownHostException {
    synchronized (lookups) {
      lookups.add(host);
    }
    return switch (host) {
      case "here.example", "there.example", "my_host.example" -> literals("127.0.0.1");
      case "inner.example" -> literals("10.1.2.3");
      case "both.example" -> literals("127.0.0.1", "169.254.169.254");
      case "turning.example" ->
          literals(lookups.stream().filter(host::equals).count() == 1 ? "127.0.0.1" : "127.0.0.2");
      default -> throw new UnknownHostException(host);
    };
  }

  private static InetAddress[] literals(String... addresses) {
    return List.of(addresses).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }

  @BeforeEach
  void aPhoto() {
    server.on("/a.jpg", OK, PHOTO);
  }

  @AfterEach
  void close() throws IOException {
    fetcher.close();
    server.close();
  }

  private Fetched.Refused refused(String url) {
    var fetched = fetcher.fetch(url);
    assertThat(fetched).isInstanceOf(Fetched.Refused.class);
    return (Fetched.Refused) fetched;
  }

  private FetchFault fault(String path) {
    return refused(server.url("here.example", path)).fault();
  }

  @Test
  void aPhotoIsFetched() {
    var url = server.url("here.example", "/a.jpg");

    assertThat(fetcher.fetch(url + "#part"))
        .isInstanceOfSatisfying(
            Fetched.Bytes.class,
            fetched -> {
              assertThat(fetched.bytes()).isEqualTo(PHOTO);
              assertThat(fetched.finalUrl()).isEqualTo(url);
              assertThat(fetched.contentType()).contains("image/jpeg");
            });
    assertThat(server.requests.getFirst())
        .contains("GET /a.jpg HTTP/1.1", "Host: here.example:" + server.port())
        .contains("Accept-Encoding: identity", "User-Agent: anmok/0.1.0")
        .noneMatch(line -> line.startsWith("Cookie") || line.startsWith("Authorization"));
  }

  @Test
  void namesWithAnUnderscoreAndAddressesAreFetchedFromToo() {
    assertThat(fetcher.fetch(server.url("my_host.example", "/a.jpg")))
        .isInstanceOf(Fetched.Bytes.class);
    assertThat(fetcher.fetch(server.url("127.0.0.1", "/a.jpg"))).isInstanceOf(Fetched.Bytes.class);
    server.on("//a//b?c=%20d", OK, PHOTO);
    assertThat(fetcher.fetch(server.url("here.example", "//a//b?c= d")))
        .isInstanceOf(Fetched.Bytes.class);
    assertThat(lookups).containsExactly("my_host.example", "here.example");
  }

  @Test
  void aNameThatLeadsToAPrivateAddressIsRefusedWithoutSayingWhich() {
    var refused = refused("http://inner.example/a.jpg");

    assertThat(refused.fault()).isEqualTo(FetchFault.ADDRESS);
    assertThat(refused.detail())
        .startsWith("http://inner.example/a.jpg: inner.example leads to an address")
        .contains("10.0.0.0/8", "RFC 1918")
        .doesNotContain("10.1.2.3");
  }

  @Test
  void oneAddressThatIsNotPublicIsEnough() {
    assertThat(refused(server.url("both.example", "/a.jpg")).fault()).isEqualTo(FetchFault.ADDRESS);
    assertThat(server.connections).hasValue(0);
  }

  @Test
  void theAddressThatWasCheckedIsTheOneConnectedTo() {
    assertThat(fetcher.fetch(server.url("turning.example", "/a.jpg")))
        .isInstanceOf(Fetched.Bytes.class);
    assertThat(lookups).containsExactly("turning.example");
  }

  @Test
  void aNameThatTurnsIsCheckedAgainForTheNextConnection() {
    server.on(
        "/again",
        out -> {
          LocalServer.write(
              out,
              "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: /a.jpg\r\n\r\n");
          return false;
        });

    assertThat(refused(server.url("turning.example", "/again")).fault())
        .isEqualTo(FetchFault.ADDRESS);
    assertThat(lookups).containsExactly("turning.example", "turning.example");
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void aConnectionIsUsedAgain() {
    for (int i = 0; i < 3; i++) {
      assertThat(fetcher.fetch(server.url("here.example", "/a.jpg")))
          .isInstanceOf(Fetched.Bytes.class);
    }
    assertThat(server.connections).hasValue(1);
  }

  @Test
  void aRedirectIsFollowed() {
    redirect("/moved", "//there.example:" + server.port() + "/a.jpg");

    assertThat(fetcher.fetch(server.url("here.example", "/moved")))
        .isInstanceOfSatisfying(
            Fetched.Bytes.class,
            fetched ->
                assertThat(fetched.finalUrl()).isEqualTo(server.url("there.example", "/a.jpg")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://127.0.0.2/",
        "http://[::1]/",
        "http://[::ffff:169.254.169.254]/latest/meta-data",
        "http://inner.example/",
      })
  void aRedirectToAPrivateAddressIsRefused(String location) {
    redirect("/moved", location);
    assertThat(fault("/moved")).isEqualTo(FetchFault.ADDRESS);
  }

  @Test
  void otherRedirectsAreRefusedByTheSameRules() {
    redirect("/to-file", "file:///etc/passwd");
    redirect("/to-port", "http://here.example:22/");
    redirect("/to-user", "http://a:b@here.example/");
    redirect("/to-number", "http://2130706433/");
    redirect("/round", "/round");
    server.on("/nowhere", "HTTP/1.1 302 Found", new byte[0]);

    assertThat(fault("/to-file")).isEqualTo(FetchFault.SCHEME);
    assertThat(fault("/to-port")).isEqualTo(FetchFault.PORT);
    assertThat(fault("/to-user")).isEqualTo(FetchFault.USER_INFO);
    assertThat(fault("/to-number")).isEqualTo(FetchFault.BAD_URL);
    assertThat(fault("/nowhere")).isEqualTo(FetchFault.REDIRECT);
    server.requests.clear();
    assertThat(fault("/round")).isEqualTo(FetchFault.REDIRECT);
    assertThat(server.requests).hasSize(1 + LIMITS.redirects());
  }

  @Test
  void portsAreFewUnlessAllowed() {
    var refused = refused("http://here.example:8081/a.jpg");
    assertThat(refused.fault()).isEqualTo(FetchFault.PORT);
    assertThat(refused.detail()).contains("port 8081", "80, 443");
    assertThat(lookups).isEmpty();
  }

  @Test
  void whatTheServerSaysIsNotAPhotoIsRefused() {
    server.on("/teapot", "HTTP/1.1 418 Teapot", PHOTO);
    server.on("/part", "HTTP/1.1 206 Partial Content", PHOTO);
    server.on("/gone", "HTTP/1.1 410 Gone", PHOTO);
    server.on("/empty", OK, new byte[0]);
    server.on("/none", out -> false);
    server.on(
        "/babble",
        out -> {
          LocalServer.write(out, "what?\r\n".repeat(20));
          return false;
        });

    assertThat(fault("/nothing")).isEqualTo(FetchFault.GONE);
    assertThat(fault("/gone")).isEqualTo(FetchFault.GONE);
    assertThat(fault("/teapot")).isEqualTo(FetchFault.STATUS);
    assertThat(fault("/part")).isEqualTo(FetchFault.STATUS);
    assertThat(fault("/empty")).isEqualTo(FetchFault.EMPTY);
    assertThat(fault("/none")).isEqualTo(FetchFault.UNREACHABLE);
    assertThat(fault("/babble")).isEqualTo(FetchFault.UNREACHABLE);
    assertThat(refused("http://nowhere.example/").fault()).isEqualTo(FetchFault.UNKNOWN_HOST);
  }

  @Test
  void aBodyThatIsTooLongIsNotRead() {
    server.on("/says", OK, new byte[1001]);
    server.on(
        "/endless",
        out -> {
          LocalServer.write(out, OK + "\r\nTransfer-Encoding: chunked\r\n\r\n");
          while (true) {
            LocalServer.write(out, "a\r\n0123456789\r\n");
          }
        });
    server.on(
        "/no-length",
        out -> {
          LocalServer.write(out, OK + "\r\n\r\n" + "x".repeat(5000));
          return false;
        });
    server.on("/just", OK, new byte[1000]);

    assertThat(fault("/says")).isEqualTo(FetchFault.TOO_MANY_BYTES);
    long start = System.nanoTime();
    assertThat(fault("/endless")).isEqualTo(FetchFault.TOO_MANY_BYTES);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMITS.total());
    assertThat(fault("/no-length")).isEqualTo(FetchFault.TOO_MANY_BYTES);
    assertThat(fetcher.fetch(server.url("here.example", "/just")))
        .isInstanceOf(Fetched.Bytes.class);
  }

  @Test
  void aBodyThatEndsTooEarlyIsTruncated() {
    server.on(
        "/short",
        out -> {
          LocalServer.write(out, OK + "\r\nContent-Length: 100\r\n\r\nabc");
          return false;
        });
    server.on(
        "/short-chunk",
        out -> {
          LocalServer.write(out, OK + "\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc");
          return false;
        });

    assertThat(fault("/short")).isEqualTo(FetchFault.TRUNCATED);
    assertThat(fault("/short-chunk")).isEqualTo(FetchFault.TRUNCATED);
  }

  @Test
  void aBodyLongerThanItSaysIsReadAsFarAsItSays() {
    server.on(
        "/long",
        out -> {
          LocalServer.write(out, OK + "\r\nContent-Length: 3\r\n\r\nabcdef");
          return true;
        });

    assertThat(fetcher.fetch(server.url("here.example", "/long")))
        .isInstanceOfSatisfying(
            Fetched.Bytes.class,
            fetched -> assertThat(fetched.bytes()).asString().isEqualTo("abc"));
  }

  @Test
  void aCompressedBodyIsNotUnpacked() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[500_000]);
    }
    assertThat(bomb.size()).isLessThan(1000);
    server.on("/bomb", OK + "\r\nContent-Encoding: gzip", bomb.toByteArray());

    assertThat(fault("/bomb")).isEqualTo(FetchFault.ENCODED);
  }

  @Test
  void whoeverIsSlowIsCutOff() throws IOException {
    var end = new CountDownLatch(1);
    server.on(
        "/silent",
        out -> {
          end.await();
          return false;
        });
    server.on("/drip", out -> drip(out, OK + "\r\nContent-Length: 900\r\n\r\n", end));
    server.on("/drip-head", out -> drip(out, "HTTP/1.1 200 OK\r\nX: ", end));
    redirect("/again", "/drip");
    fetcher.close();
    fetcher = fetcher(HASTY);
    for (var path : List.of("/silent", "/drip", "/drip-head", "/again")) {
      long start = System.nanoTime();
      assertThat(fault(path)).isEqualTo(FetchFault.TIMED_OUT);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
    }
    end.countDown();
  }

  /// One byte every 50 ms, so that no single wait is long.
  private static boolean drip(OutputStream out, String head, CountDownLatch end)
      throws IOException, InterruptedException {
    LocalServer.write(out, head);
    while (!end.await(50, TimeUnit.MILLISECONDS)) {
      LocalServer.write(out, "x");
    }
    return false;
  }

  @Test
  void endlessHeadersAreCutOff() {
    server.on(
        "/headers",
        out -> {
          LocalServer.write(out, "HTTP/1.1 200 OK\r\n");
          while (true) {
            LocalServer.write(out, "X: 1\r\n");
          }
        });
    server.on(
        "/header",
        out -> {
          LocalServer.write(out, "HTTP/1.1 200 OK\r\nX: ");
          while (true) {
            LocalServer.write(out, "1".repeat(100));
          }
        });
    assertThat(fault("/headers")).isEqualTo(FetchFault.UNREACHABLE);
    assertThat(fault("/header")).isEqualTo(FetchFault.UNREACHABLE);
  }

  @Test
  void onlySoManyAreFetchedFromOneHostAtATime() throws Exception {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    server.on(
        "/slow",
        out -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Thread.sleep(60);
          now.decrementAndGet();
          LocalServer.write(out, OK + "\r\nContent-Length: 1\r\n\r\nx");
          return true;
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var fetches = new ArrayList<Future<Fetched>>();
      for (int i = 0; i < 8; i++) {
        fetches.add(threads.submit(() -> fetcher.fetch(server.url("here.example", "/slow"))));
      }
      for (var fetch : fetches) {
        assertThat(fetch.get()).isInstanceOf(Fetched.Bytes.class);
      }
    }
    assertThat(most).hasValue(LIMITS.perHost());
  }

  private void redirect(String path, String location) {
    server.on(path, "HTTP/1.1 302 Found\r\nLocation: " + location, new byte[0]);
  }
}
