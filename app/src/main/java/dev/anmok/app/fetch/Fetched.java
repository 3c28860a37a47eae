package dev.anmok.app.fetch;

import java.util.Optional;

/// What became of a URL. A URL that gives nothing is data, not an exception.
public sealed interface Fetched {
  /// The body of an answer, whatever it holds: a decoder says whether it is a photo.
  ///
  /// @param bytes for the reader to keep, at least one
  /// @param finalUrl where it came from in the end, without fragment
  /// @param contentType as the server claims it
  @SuppressWarnings("ArrayRecordComponent") // a parcel that is opened once and never compared
  record Bytes(byte[] bytes, String finalUrl, Optional<String> contentType) implements Fetched {}

  /// Nothing was fetched.
  ///
  /// @param detail one plain sentence that names the URL and the rule
  record Refused(FetchFault fault, String detail) implements Fetched {}
}
