package dev.anmok.app.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// Why a request is not answered as asked: becomes a problem document (RFC 9457).
public final class Problem extends RuntimeException {
  static final String MEDIA_TYPE = "application/problem+json";

  private final int status;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Problem(int status, String detail) {
    super(detail, null, false, false); // a client's fault needs no stack trace
    this.status = status;
  }

  /// A problem of any status.
  ///
  /// @param detail one sentence: what is wrong and what to do
  public static Problem of(int status, String detail) {
    return new Problem(status, detail);
  }

  /// 400: the request itself is wrong.
  public static Problem badRequest(String detail) {
    return new Problem(400, detail);
  }

  /// 404: there is no such thing.
  public static Problem notFound(String detail) {
    return new Problem(404, detail);
  }

  /// 413: more than is accepted.
  public static Problem tooLarge(String detail) {
    return new Problem(413, detail);
  }

  /// 503: not now, but after some seconds.
  public static Problem busy(String detail, long retryAfterSeconds) {
    return new Problem(503, detail).header("Retry-After", Long.toString(retryAfterSeconds));
  }

  /// Reads settings; what is out of range is the client's fault.
  public static <T> T reading(java.util.function.Supplier<T> settings) {
    try {
      return settings.get();
    } catch (IllegalArgumentException e) {
      throw badRequest(String.valueOf(e.getMessage()));
    }
  }

  /// Adds a member to the document.
  public Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /// Adds a header to the answer.
  public Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  /// The document.
  ///
  /// @param request id of the request that it is about
  Map<String, Object> document(String request) {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", "about:blank");
    document.put("title", title(status));
    document.put("status", status);
    document.put("detail", String.valueOf(getMessage()));
    document.put("instance", "urn:uuid:" + request);
    document.putAll(members);
    return document;
  }

  /// The status in words.
  static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 411 -> "Length Required";
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      case 415 -> "Unsupported Media Type";
      case 421 -> "Misdirected Request";
      case 422 -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 503 -> "Service Unavailable";
      case 501 -> "Not Implemented";
      case 505 -> "HTTP Version Not Supported";
      case 507 -> "Insufficient Storage";
      default -> status < 500 ? "Request Failed" : "Internal Server Error";
    };
  }
}
