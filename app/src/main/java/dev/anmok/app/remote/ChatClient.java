package dev.anmok.app.remote;

import dev.anmok.app.profile.Endpoint;
import dev.anmok.core.text.Translation.Reason;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks one chat service. Only the operator's own address is ever connected to: redirects are not
/// followed. An answer has the endpoint's timeout from the first byte sent to the last one
/// received, a second try included, and at most [#MAX_BYTES] bytes. While the service fails, a
/// circuit breaker answers at once in its place. Thread-safe.
///
/// A request is sent a second time only where the first cannot have been worked on, because there
/// was no connection or the service itself said that it was busy, and only while half of the time
/// is left.
final class ChatClient implements AutoCloseable {
  /// Longest answer in bytes.
  static final int MAX_BYTES = 256 << 10;

  /// Opens after half of the last ten requests failed, five at least, and tries one again after ten
  /// seconds.
  static final CircuitBreakerConfig BREAKER =
      CircuitBreakerConfig.custom()
          .slidingWindowSize(10)
          .minimumNumberOfCalls(5)
          .failureRateThreshold(50)
          .waitDurationInOpenState(Duration.ofSeconds(10))
          .permittedNumberOfCallsInHalfOpenState(1)
          .build();

  private static final Set<Integer> BUSY = Set.of(429, 503);
  private static final long PAUSE_MILLIS = 50;

  private final Endpoint endpoint;
  private final String key;
  private final URI address;
  private final HttpClient client;
  private final CircuitBreaker breaker;

  /// @param key sent as a bearer token; empty sends none
  ChatClient(Endpoint endpoint, String key, CircuitBreakerConfig rule) {
    this.endpoint = endpoint;
    this.key = key;
    this.address =
        URI.create(endpoint.url().toString().replaceAll("/+$", "") + "/chat/completions");
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(endpoint.timeout())
            .build();
    this.breaker = CircuitBreaker.of(String.valueOf(address.getHost()), rule);
  }

  /// The service's host and model, for messages.
  String name() {
    return endpoint.model() + " at " + address.getAuthority();
  }

  /// Asks once, and a second time where that is safe.
  ChatAnswer ask(byte[] request) {
    long end = System.nanoTime() + endpoint.timeout().toNanos();
    var first = guarded(request, end);
    long half = System.nanoTime() + endpoint.timeout().toNanos() / 2;
    if (first.unworked() && half < end && pause()) {
      return guarded(request, end).answer();
    }
    return first.answer();
  }

  /// An answer, and whether the request may be sent again.
  private record Tried(ChatAnswer answer, boolean unworked) {}

  private Tried guarded(byte[] request, long end) {
    if (!breaker.tryAcquirePermission()) {
      return failed(Reason.UNAVAILABLE, "failed so often that it is not asked for a while");
    }
    long start = System.nanoTime();
    var tried = send(request, end);
    long took = System.nanoTime() - start;
    if (tried.answer instanceof ChatAnswer.Failed(_, var detail, boolean later) && later) {
      breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(detail));
    } else {
      breaker.onSuccess(took, TimeUnit.NANOSECONDS);
    }
    return tried;
  }

  private Tried send(byte[] request, long end) {
    long left = end - System.nanoTime();
    if (left <= 0) {
      return timeout();
    }
    var builder =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofNanos(left))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request));
    if (!key.isEmpty()) {
      builder.header("Authorization", "Bearer " + key);
    }
    var answer =
        client.sendAsync(
            builder.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
    try {
      return read(answer.get(left, TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return timeout();
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return failed(Reason.UNAVAILABLE, "was not waited for: interrupted");
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    }
  }

  private Tried read(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 200) {
      return new Tried(ChatJson.answer(response.body()), false);
    }
    boolean busy = BUSY.contains(status);
    boolean later = busy || status >= 500 || status == 408;
    var detail = name() + " answered with status " + status + hint(status);
    return new Tried(new ChatAnswer.Failed(Reason.UNAVAILABLE, detail, later), busy);
  }

  private String hint(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> "; redirects are not followed, name the address itself";
      case 401, 403 ->
          endpoint.keyEnv().isEmpty()
              ? "; if it wants a key, name its environment variable as key-env"
              : "; look at the key in " + endpoint.keyEnv();
      case 404 -> "; the url must end before /chat/completions";
      default -> "";
    };
  }

  private Tried failed(Throwable cause) {
    if (cause instanceof java.net.http.HttpConnectTimeoutException
        || cause instanceof ConnectException) {
      var failed = new ChatAnswer.Failed(Reason.UNAVAILABLE, name() + " cannot be reached", true);
      return new Tried(failed, cause instanceof ConnectException);
    }
    if (cause instanceof java.net.http.HttpTimeoutException) {
      return timeout();
    }
    var text = String.valueOf(cause.getMessage());
    return text.contains("exceed") || text.contains("capacity")
        ? failed(Reason.RUBBISH, "answered with more than " + MAX_BYTES + " bytes")
        : failed(Reason.UNAVAILABLE, "broke the connection off");
  }

  private Tried timeout() {
    return failed(Reason.TIMEOUT, "gave no answer within " + endpoint.timeout().toMillis() + " ms");
  }

  private Tried failed(Reason reason, String what) {
    return new Tried(new ChatAnswer.Failed(reason, name() + " " + what, true), false);
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
