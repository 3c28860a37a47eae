package dev.anmok.app.fetch;

import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PhotoFiles;
import java.util.Locale;

/// Photos that are files or lie behind URLs. A URL is known by its text alone: what was fetched
/// once and is complete is not fetched again, whatever the server has by now.
///
/// @param fetcher closed by whoever opened it
/// @param files reads what is no URL
public record UrlPhotos(UrlFetcher fetcher, PhotoFiles files) implements PhotoBytes {
  @Override
  public Look look(String uri) {
    return isUrl(uri) ? new Look.Found(uri, UNKNOWN, UNKNOWN) : files.look(uri);
  }

  @Override
  public Content read(Look.Found found) {
    if (!isUrl(found.uri())) {
      return files.read(found);
    }
    return switch (fetcher.fetch(found.uri())) {
      case Fetched.Bytes fetched -> new Content.Bytes(fetched.bytes());
      case Fetched.Refused(var fault, var detail) ->
          new Content.Rejected(fault.reason(), detail, false);
    };
  }

  private static boolean isUrl(String uri) {
    var start = uri.substring(0, Math.min(6, uri.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("http:") || start.equals("https:");
  }
}
