package dev.anmok.app.api;

import dev.anmok.app.http.Gate;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.thumbnail.ImageSize;
import dev.anmok.app.thumbnail.PhotoImage;
import dev.anmok.app.thumbnail.PhotoImages;
import dev.anmok.app.thumbnail.Rendering;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.quality.HeatMap;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Serves the pictures of photos. Those that lie behind URLs only are rendered by a thread of their
/// own: a slow server elsewhere must not keep ours from computing.
final class Pictures implements AutoCloseable {
  private static final ServerLimits.Work AFAR = new ServerLimits.Work(1, 8, Duration.ofSeconds(10));

  /// A photo's bytes never change under its id, so a client may keep the picture for a day.
  private static final String CACHE = "private, max-age=86400";

  private static final long HEAT_CACHE_BYTES = 16L << 20;

  private final PhotoImages images;
  private final PhotoImages heatMaps;
  private final Gate near;
  private final Gate afar = new Gate(AFAR);

  /// @param near admission to computing
  /// @param places where photos are read from
  Pictures(Gate near, PhotoBytes places) {
    this.near = near;
    this.images = new PhotoImages(Rendering.open(), places, PhotoImages.DEFAULT_CACHE_BYTES);
    this.heatMaps = new PhotoImages(Rendering.of(HeatMap::of), places, HEAT_CACHE_BYTES);
  }

  /// The picture of a photo.
  ///
  /// @param places where its bytes lie, at least one
  /// @param ifNoneMatch tags of the copies that the client has, empty if none
  Reply reply(List<PlacedPhoto> places, ImageSize size, String ifNoneMatch) throws IOException {
    return reply(images, places, size, ifNoneMatch);
  }

  /// Where a photo is in focus, on at most 512 pixels.
  Reply heatMap(List<PlacedPhoto> places, String ifNoneMatch) throws IOException {
    return reply(heatMaps, places, ImageSize.S512, ifNoneMatch);
  }

  private Reply reply(
      PhotoImages from, List<PlacedPhoto> places, ImageSize size, String ifNoneMatch)
      throws IOException {
    var sha256 = places.getFirst().photo().sha256();
    var tag = from.tag(sha256, size);
    if (tag.matchedBy(ifNoneMatch)) {
      return Reply.unchanged().header("ETag", tag.toString()).header("Cache-Control", CACHE);
    }
    var uris = places.stream().map(PlacedPhoto::uri).toList();
    var files = uris.stream().filter(uri -> !uri.contains("://")).toList();
    var image =
        files.isEmpty()
            ? afar.call(() -> from.image(sha256, uris, size))
            : near.call(() -> from.image(sha256, files, size));
    return switch (image) {
      case PhotoImage.Ready(var jpeg, var fresh) ->
          Reply.bytes(PhotoImage.CONTENT_TYPE, jpeg)
              .header("ETag", fresh.toString())
              .header("Cache-Control", CACHE);
      case PhotoImage.Unavailable(var cause, var detail) ->
          throw Problem.of(cause == PhotoImage.Cause.NO_PICTURE ? 422 : 410, detail);
    };
  }

  @Override
  public void close() {
    afar.close();
  }
}
