package dev.anmok.app.hub;

import dev.anmok.onnx.PublishedFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Asks a hub for files, or for the rest of one. Redirects are followed one by one, each held to
/// [Hub#follow]; no cookie is kept, nothing comes compressed, the token is shown to the hub only.
/// Thread-safe.
final class HubClient implements AutoCloseable {
  private static final String AGENT = "anmok/0.1.0";
  private static final int REDIRECTS = 6;
  private static final Pattern RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
  private static final Pattern STATED_SHA256 = Pattern.compile("(?:W/)?\"?([0-9a-f]{64})\"?");

  private final Hub hub;
  private final CloseableHttpClient client;

  /// @param proxyOrNull an HTTP proxy to go through
  /// @param patience how long nothing may be heard
  HubClient(Hub hub, @Nullable HttpHost proxyOrNull, Duration patience) {
    this.hub = hub;
    var wait = Timeout.of(patience);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(wait).setSocketTimeout(wait).build())
            .setMaxConnPerRoute(PackPull.PARALLEL)
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(wait)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .setProxy(proxyOrNull)
            .setUserAgent(AGENT)
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();
  }

  /// Asks for a file from a place on.
  ///
  /// @param from place of the first byte that is wanted; the answer may begin at 0 all the same
  /// @param validatorOrNull the `ETag` of what is there already
  /// @throws PullException if asking again would not help
  /// @throws IOException if it might
  HubAnswer get(PublishedFile file, long from, @Nullable String validatorOrNull)
      throws IOException {
    var at = hub.locate(file);
    Optional<String> sha256 = Optional.empty();
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      var request = request(at, from, validatorOrNull);
      var target = new HttpHost(Hub.scheme(at), at.getHost(), Hub.port(at));
      var response = client.executeOpen(target, request, null);
      boolean handed = false;
      try {
        var stated = header(response, "X-Linked-Etag").flatMap(HubClient::digest);
        if (stated.isPresent() && hub.owns(at)) {
          sha256 = stated;
        }
        switch (response.getCode()) {
          case 301, 302, 303, 307, 308 ->
              at =
                  hub.follow(
                      at,
                      header(response, "Location")
                          .orElseThrow(
                              () -> new PullException("the hub sends on without saying where")));
          case 200, 206 -> {
            var answer = answer(file, response, sha256, () -> finish(request, response));
            handed = true;
            return answer;
          }
          default -> throw refused(file, response.getCode());
        }
      } finally {
        if (!handed) {
          finish(request, response);
        }
      }
    }
    throw new PullException("the hub sends on more than " + REDIRECTS + " times");
  }

  private HttpGet request(URI at, long from, @Nullable String validatorOrNull) {
    var request = new HttpGet(at);
    request.setHeader("Accept", "*/*");
    request.setHeader("Accept-Encoding", "identity");
    if (from > 0) {
      request.setHeader("Range", "bytes=" + from + "-");
      if (validatorOrNull != null) {
        request.setHeader("If-Range", validatorOrNull);
      }
    }
    if (hub.token().isPresent() && hub.owns(at)) {
      request.setHeader("Authorization", "Bearer " + hub.token().get().secret());
    }
    return request;
  }

  private static HubAnswer answer(
      PublishedFile file,
      ClassicHttpResponse response,
      Optional<String> sha256,
      java.io.Closeable closing)
      throws IOException {
    if (!header(response, "Content-Encoding").orElse("identity").equalsIgnoreCase("identity")) {
      throw new PullException(file.path() + " comes compressed, which was not asked for");
    }
    var entity = response.getEntity();
    var body = entity == null ? InputStream.nullInputStream() : entity.getContent();
    long length = entity == null ? 0 : entity.getContentLength();
    long from = 0;
    var total = length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    if (response.getCode() == 206) {
      var range = range(file, response);
      from = Long.parseLong(range.group(1));
      total =
          range.group(2).equals("*")
              ? OptionalLong.empty()
              : OptionalLong.of(Long.parseLong(range.group(2)));
    }
    return new HubAnswer(
        from,
        total,
        body,
        header(response, "Content-Type").orElse("").toLowerCase(Locale.ROOT),
        header(response, "ETag").filter(etag -> !etag.startsWith("W/")),
        sha256,
        closing);
  }

  private static Matcher range(PublishedFile file, ClassicHttpResponse response)
      throws PullException {
    var range = RANGE.matcher(header(response, "Content-Range").orElse(""));
    if (!range.matches()) {
      throw new PullException("the hub answers with a part of " + file.path() + ", but not which");
    }
    return range;
  }

  private IOException refused(PublishedFile file, int status) {
    var where = file.repository() + " at revision " + file.revision();
    return switch (status) {
      case 401, 403 ->
          new PullException(
              hub.token().isEmpty()
                  ? "the hub lets nobody without a token have %s: put one into an environment variable and name that with --token-env"
                      .formatted(where)
                  : "the hub does not accept the token in %s for %s"
                      .formatted(hub.token().get().variable(), where));
      case 404, 410 -> new PullException("the hub has no %s in %s".formatted(file.path(), where));
      case 416 -> new StaleException("the hub has no such part of " + file.path());
      case 408, 425, 429, 500, 502, 503, 504 ->
          new IOException("the hub is busy, it answers " + status);
      default -> new PullException("the hub answers %d for %s".formatted(status, file.path()));
    };
  }

  private static Optional<String> digest(String etag) {
    var stated = STATED_SHA256.matcher(etag);
    return stated.matches() ? Optional.of(stated.group(1)) : Optional.empty();
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }

  private static void finish(HttpGet request, ClassicHttpResponse response) {
    request.cancel(); // or closing would first read the rest of a body
    Closer.closeQuietly(response);
  }

  /// Breaks off whatever is under way.
  void stop() {
    client.close(CloseMode.IMMEDIATE);
  }

  @Override
  public void close() {
    stop();
  }
}
