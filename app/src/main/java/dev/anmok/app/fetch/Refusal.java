package dev.anmok.app.fetch;

import java.io.Serial;

/// Why a URL is not fetched, on its way to [Fetched.Refused].
final class Refusal extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final FetchFault fault;
  private final String detail;

  /// @param detail words that follow "URL: "
  Refusal(FetchFault fault, String detail) {
    super(detail, null, false, false);
    this.fault = fault;
    this.detail = detail;
  }

  Fetched.Refused of(String url) {
    return new Fetched.Refused(fault, shown(url) + ": " + detail);
  }

  /// A URL for people: not endless, and without characters that would break a line.
  private static String shown(String url) {
    var line = url.strip().replaceAll("\\p{Cntrl}", "?");
    return line.length() <= 200 ? line : line.substring(0, 200) + "…";
  }
}
