package dev.anmok.app.http;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a request is answered with.
public final class Reply {
  public static final String JSON = "application/json";
  public static final String EVENTS = "text/event-stream";

  private final int status;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Content content;

  /// The body of an answer.
  sealed interface Content {
    /// Bytes at hand.
    final class Bytes implements Content {
      private final byte[] bytes;

      Bytes(byte[] bytes) {
        this.bytes = bytes;
      }

      byte[] get() {
        return bytes;
      }
    }

    /// Events while they happen.
    record Stream(Events events) implements Content {}
  }

  /// Says events until there are no more.
  public interface Events {
    /// Returns after the last one.
    ///
    /// @throws IOException if nobody listens any more
    void tell(EventSink sink) throws IOException;
  }

  /// Hears events.
  public interface EventSink {
    /// Sends one event.
    ///
    /// @param data texts, numbers, lists and maps
    void event(String name, Map<String, ?> data) throws IOException;

    /// Sends something that is no event, so that the connection is seen to be alive.
    void beat() throws IOException;

    /// Whether the server is being stopped.
    boolean ending();
  }

  private Reply(int status, String type, Content content) {
    this.status = status;
    this.content = content;
    headers.put("Content-Type", type);
  }

  /// Texts, numbers, lists and maps as JSON, status 200.
  public static Reply json(Object tree) {
    return json(200, tree);
  }

  /// The same with another status.
  public static Reply json(int status, Object tree) {
    return new Reply(status, JSON, new Content.Bytes(Json.bytes(tree)));
  }

  /// The body of [#json(Object)].
  public static String jsonText(Object tree) {
    return Json.text(tree);
  }

  /// Bytes of any type.
  public static Reply bytes(String type, byte[] bytes) {
    return new Reply(200, type, new Content.Bytes(bytes));
  }

  /// 304: the client's copy is still good.
  public static Reply unchanged() {
    return new Reply(304, JSON, new Content.Bytes(new byte[0]));
  }

  /// Events as they happen.
  public static Reply events(Events events) {
    return new Reply(200, EVENTS, new Content.Stream(events));
  }

  static Reply problem(Problem problem, String request) {
    var reply =
        new Reply(
            problem.status(),
            Problem.MEDIA_TYPE,
            new Content.Bytes(Json.bytes(problem.document(request))));
    reply.headers.putAll(problem.headers());
    return reply;
  }

  /// A problem for a person's eyes.
  static Reply page(Problem problem) {
    var page = new ProblemPage(problem);
    var reply =
        new Reply(problem.status(), ProblemPage.MEDIA_TYPE, new Content.Bytes(page.bytes()));
    reply.headers.putAll(problem.headers());
    reply.headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    return reply;
  }

  /// Adds a header.
  public Reply header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  Content content() {
    return content;
  }
}
