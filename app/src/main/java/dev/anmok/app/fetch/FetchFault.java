package dev.anmok.app.fetch;

import dev.anmok.core.image.Reason;
import java.util.Locale;

/// Why a URL gave no bytes.
public enum FetchFault {
  /// Not a URL, or written in a way that programs disagree on.
  BAD_URL(Reason.NOT_ALLOWED),
  /// Neither http nor https.
  SCHEME(Reason.NOT_ALLOWED),
  /// A port that is not fetched from.
  PORT(Reason.NOT_ALLOWED),
  /// A user name or a password in the URL.
  USER_INFO(Reason.NOT_ALLOWED),
  /// An address that is not public, or a name that leads to one.
  ADDRESS(Reason.NOT_ALLOWED),
  /// Sent on from https to http.
  DOWNGRADE(Reason.NOT_ALLOWED),
  /// Sent on too often, or nowhere.
  REDIRECT(Reason.UNREADABLE),
  /// A host name that leads nowhere.
  UNKNOWN_HOST(Reason.UNREADABLE),
  /// No connection, no TLS, or no HTTP.
  UNREACHABLE(Reason.UNREADABLE),
  /// Not done in time.
  TIMED_OUT(Reason.UNREADABLE),
  /// Too many fetches under way; worth trying later.
  BUSY(Reason.UNREADABLE),
  /// The server says that there is nothing (404, 410).
  GONE(Reason.MISSING),
  /// The server answers with another status than 200.
  STATUS(Reason.UNREADABLE),
  /// Sent compressed although that was not asked for.
  ENCODED(Reason.UNSUPPORTED),
  /// An answer without a byte.
  EMPTY(Reason.EMPTY),
  /// More bytes than [FetchLimits#maxBytes()].
  TOO_MANY_BYTES(Reason.TOO_MANY_BYTES),
  /// Fewer bytes than were announced.
  TRUNCATED(Reason.TRUNCATED);

  private final Reason reason;

  FetchFault(Reason reason) {
    this.reason = reason;
  }

  /// What a catalog says of such a photo.
  public Reason reason() {
    return reason;
  }

  /// The stable lower-case name, for example `unknown_host`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
