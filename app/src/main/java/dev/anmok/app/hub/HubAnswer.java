package dev.anmok.app.hub;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/// What a hub answered to the question for a file.
///
/// @param from place in the file at which the body begins
/// @param total length of the whole file, if it is said
/// @param body the bytes from there on
/// @param type the content type as it is claimed
/// @param validator an `ETag` by which the same file can be asked for again
/// @param sha256 the digest that the hub states, if it does
/// @param closing closes the connection
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
record HubAnswer(
    long from,
    OptionalLong total,
    InputStream body,
    String type,
    Optional<String> validator,
    Optional<String> sha256,
    Closeable closing)
    implements AutoCloseable {
  @Override
  public void close() throws IOException {
    closing.close();
  }
}
