package dev.anmok.app.fetch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.io.Closer;

/// One question and its answer, redirects not followed. Thread-safe.
final class Exchange {
  private final CloseableHttpClient client;
  private final ScheduledExecutorService alarms;
  private final long maxBytes;

  /// Closes neither.
  ///
  /// @param alarms breaks off what takes too long
  Exchange(CloseableHttpClient client, ScheduledExecutorService alarms, long maxBytes) {
    this.client = client;
    this.alarms = alarms;
    this.maxBytes = maxBytes;
  }

  Answer get(PhotoUrl url, Deadline deadline) throws Refusal {
    var request = new HttpGet(url.uri());
    request.setHeader("Accept", "image/jpeg, image/png, image/webp, image/*;q=0.5, */*;q=0.1");
    request.setHeader("Accept-Encoding", "identity");
    var target = new HttpHost(url.scheme(), url.host(), url.port());
    var alarm = alarms.schedule(request::cancel, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    ClassicHttpResponse response = null;
    try {
      response = client.executeOpen(target, request, null);
      return answer(response);
    } catch (CheckedAddresses.RefusedHost e) {
      throw e.refusal();
    } catch (IOException | RuntimeException e) { // a client throws anything at a bad answer
      throw deadline.passed() ? late() : explained(e);
    } finally {
      alarm.cancel(false);
      request.cancel(); // or closing would first read the rest of a body that nobody wants
      Closer.closeQuietly(response);
    }
  }

  private Answer answer(ClassicHttpResponse response) throws IOException, Refusal {
    int status = response.getCode();
    return switch (status) {
      case 200 -> body(response);
      case 301, 302, 303, 307, 308 ->
          new Answer.Moved(
              header(response, "Location")
                  .orElseThrow(() ->
                      new Refusal(FetchFault.REDIRECT, "it was sent on without saying where")));
      case 404, 410 ->
          throw new Refusal(FetchFault.GONE, "the server has no such thing, " + status);
      default -> throw new Refusal(FetchFault.STATUS, "the server answers " + status + ", not 200");
    };
  }

  private Answer body(ClassicHttpResponse response) throws IOException, Refusal {
    var encoding = header(response, "Content-Encoding").orElse("identity");
    if (!encoding.equalsIgnoreCase("identity")) {
      throw new Refusal(FetchFault.ENCODED, "it comes compressed, which was not asked for");
    }
    var entity = response.getEntity();
    if (entity == null || entity.getContentLength() == 0) {
      throw empty();
    }
    if (entity.getContentLength() > maxBytes) {
      throw tooMany("it has " + entity.getContentLength() + " bytes");
    }
    byte[] bytes = entity.getContent().readNBytes(Math.toIntExact(maxBytes + 1));
    if (bytes.length == 0) {
      throw empty();
    }
    if (bytes.length > maxBytes) {
      throw tooMany("it has more bytes than it says");
    }
    return new Answer.Body(bytes, header(response, "Content-Type"));
  }

  private Refusal tooMany(String detail) {
    return new Refusal(
        FetchFault.TOO_MANY_BYTES, detail + "; at most " + maxBytes + " are fetched");
  }

  private static Refusal empty() {
    return new Refusal(FetchFault.EMPTY, "the answer holds no bytes");
  }

  private static Refusal late() {
    return new Refusal(FetchFault.TIMED_OUT, "it was not fetched in time");
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }

  private static Refusal explained(Exception e) {
    return switch (e) {
      case SocketTimeoutException _ -> late();
      case UnknownHostException _ ->
          new Refusal(FetchFault.UNKNOWN_HOST, "its host name leads nowhere");
      case NoHttpResponseException _ ->
          new Refusal(FetchFault.UNREACHABLE, "the server hung up without an answer");
      case ConnectionClosedException _ -> truncated();
      case MalformedChunkCodingException _ -> truncated();
      case SSLException _ -> new Refusal(FetchFault.UNREACHABLE, "TLS failed: " + e.getMessage());
      case java.net.ConnectException _ ->
          new Refusal(FetchFault.UNREACHABLE, "the server takes no connection");
      default -> new Refusal(FetchFault.UNREACHABLE, "the server does not answer as it should");
    };
  }

  private static Refusal truncated() {
    return new Refusal(FetchFault.TRUNCATED, "the server hung up before the end");
  }
}
