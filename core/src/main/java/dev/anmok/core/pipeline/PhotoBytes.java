package dev.anmok.core.pipeline;

import dev.anmok.core.image.Reason;

/// Where the bytes of photos come from. Implementations are thread-safe and end whatever a place
/// holds as a value.
public interface PhotoBytes {
  /// Length and time of a place that could not even be looked at.
  long UNKNOWN = -1;

  /// Looks at a place before a byte of it is read. An ingest that finds the same length and time
  /// again takes the bytes to be the same.
  Look look(String uri);

  /// Reads what was found.
  Content read(Look.Found found);

  /// What a place looks like from outside.
  sealed interface Look {
    /// In bytes; [#UNKNOWN] where only reading tells.
    long sizeBytes();

    /// Time of the last change in milliseconds since 1970; [#UNKNOWN] where nothing was found.
    long modifiedMillis();

    /// There is something to read.
    record Found(String uri, long sizeBytes, long modifiedMillis) implements Look {}

    /// There is nothing to read.
    record Unusable(Reason reason, String detail, long sizeBytes, long modifiedMillis)
        implements Look {}
  }

  /// What reading gave.
  sealed interface Content {
    /// All the bytes, for the reader to keep.
    @SuppressWarnings("ArrayRecordComponent") // a parcel that is opened once and never compared
    record Bytes(byte[] bytes) implements Content {}

    /// No bytes came.
    ///
    /// @param tryAgain whether the next ingest tries again though the place looks the same; a place
    ///   whose length and time are unknown is tried again only where rejected photos are
    record Rejected(Reason reason, String detail, boolean tryAgain) implements Content {}
  }
}
