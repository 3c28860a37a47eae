package dev.anmok.app.api;

import dev.anmok.app.cache.Caching;
import dev.anmok.app.fetch.FetchRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a server may do.
///
/// @param host name or address to listen at
/// @param port 0 for any that is free
/// @param token what callers must send, if anything
/// @param folders where photos may be ingested from
/// @param urlsOrNull by which rules photos are fetched from URLs that clients name; null if they
///   are not
/// @param caching what is remembered
public record ServeOptions(
    String host,
    int port,
    Optional<String> token,
    List<Path> folders,
    @Nullable FetchRules urlsOrNull,
    Caching caching) {
  public ServeOptions {
    folders = List.copyOf(folders);
  }

  /// A server that remembers as much as usual.
  public ServeOptions(
      String host,
      int port,
      Optional<String> token,
      List<Path> folders,
      @Nullable FetchRules urlsOrNull) {
    this(host, port, token, folders, urlsOrNull, Caching.DEFAULT);
  }
}
