package dev.anmok.app.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a server may do.
///
/// @param host name or address to listen at
/// @param port 0 for any that is free
/// @param token what callers must send, if anything
/// @param folders where photos may be ingested from
/// @param urls whether photos may be fetched from URLs that clients name
public record ServeOptions(
    String host, int port, Optional<String> token, List<Path> folders, boolean urls) {
  public ServeOptions {
    folders = List.copyOf(folders);
  }
}
