package dev.anmok.app.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Fetches photos over http and https from public addresses only. Thread-safe.
///
/// - A URL is taken apart strictly; what programs read in different ways is refused.
/// - A host name is looked up once for each connection, every address it has is held to the
///   [FetchRules], and the connection goes to one of exactly these. TLS still verifies the name.
/// - Redirects are followed one by one, each held to the same rules, never from https to http.
/// - A body that is too long, comes too slowly, ends too early or is compressed is refused.
/// - No proxy, cookie, credential or referrer is used. Connections are kept for half a minute to be
///   used again for the same host, a connection that was checked when it was made.
///
/// A fetch waits for its turn at most [FetchLimits#total()] and then takes at most that.
public final class UrlFetcher implements AutoCloseable {
  private static final String AGENT = "anmok/0.1.0";
  private static final int MAX_HEADERS = 100;
  private static final int MAX_LINE = 16 << 10;

  private final FetchRules rules;
  private final FetchLimits limits;
  private final Turns turns;
  private final ExecutorService lookups = Executors.newCachedThreadPool(daemon("lookup-"));
  private final ScheduledExecutorService alarms =
      Executors.newSingleThreadScheduledExecutor(daemon("fetch-alarm-"));
  private final CloseableHttpClient client;
  private final Exchange exchange;

  /// A fetcher with the system's name lookup.
  public UrlFetcher(FetchRules rules, FetchLimits limits) {
    this(rules, limits, InetAddress::getAllByName);
  }

  UrlFetcher(FetchRules rules, FetchLimits limits, HostLookup lookup) {
    this.rules = rules;
    this.limits = limits;
    this.turns = new Turns(limits.concurrent(), limits.perHost());
    this.client = client(lookup);
    this.exchange = new Exchange(client, alarms, limits.maxBytes());
  }

  /// Fetches one URL; whatever happens ends as a value.
  public Fetched fetch(String url) {
    try {
      return follow(allowed(PhotoUrl.parse(url)));
    } catch (Refusal e) {
      return e.of(url);
    }
  }

  private Fetched follow(PhotoUrl start) throws Refusal {
    var turn = turns.take(start.host(), limits.total());
    var deadline = Deadline.in(limits.total());
    var url = start;
    try {
      for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
        switch (exchange.get(url, deadline)) {
          case Answer.Body(var bytes, var contentType) -> {
            return new Fetched.Bytes(bytes, url.toString(), contentType);
          }
          case Answer.Moved(var location) -> {
            url = allowed(url.follow(location));
            turn.close();
            turn = () -> {};
            turn = turns.take(url.host(), deadline.left());
          }
        }
      }
    } finally {
      turn.close();
    }
    throw new Refusal(
        FetchFault.REDIRECT, "it was sent on more than " + limits.redirects() + " times");
  }

  private PhotoUrl allowed(PhotoUrl url) throws Refusal {
    if (!rules.ports().contains(url.port())) {
      var ports = rules.ports().stream().sorted().map(String::valueOf).toList();
      throw new Refusal(
          FetchFault.PORT,
          "port " + url.port() + " is not fetched from, only " + String.join(", ", ports));
    }
    return url;
  }

  private CloseableHttpClient client(HostLookup lookup) {
    return HttpClients.custom()
        .setConnectionManager(connections(lookup))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(limits.total()))
                .setResponseTimeout(Timeout.of(limits.total()))
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent(AGENT)
        .evictIdleConnections(TimeValue.ofSeconds(30))
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }

  private PoolingHttpClientConnectionManager connections(HostLookup lookup) {
    var http = Http1Config.custom().setMaxHeaderCount(MAX_HEADERS).setMaxLineLength(MAX_LINE);
    var connect = Timeout.of(limits.connect());
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(new CheckedAddresses(rules.addresses(), lookup, lookups, limits.connect()))
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(http.build()).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(connect)
                .setSocketTimeout(Timeout.of(limits.total()))
                .setTimeToLive(TimeValue.ofSeconds(30))
                .build())
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
        .setMaxConnTotal(limits.concurrent())
        .setMaxConnPerRoute(limits.perHost())
        .build();
  }

  private static ThreadFactory daemon(String name) {
    return Thread.ofPlatform().daemon().name(name, 1).factory();
  }

  /// Breaks off what is under way.
  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lookups.shutdownNow();
      alarms.shutdownNow();
    }
  }
}
