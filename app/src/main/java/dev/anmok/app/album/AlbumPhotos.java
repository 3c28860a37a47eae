package dev.anmok.app.album;

import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.PlacedPhoto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// The photos that a question is about, in a fixed order; they may be read more than once.
public interface AlbumPhotos {
  /// Reads them from the first on; the stream must be closed.
  Stream<AlbumPhoto> stream() throws IOException;

  /// Photos that are held anyway.
  static AlbumPhotos of(List<AlbumPhoto> photos) {
    var held = List.copyOf(photos);
    return held::stream;
  }

  /// Photos that are made when they are first read, so that a mistake in the question is said
  /// before any work is done; then they are held. For one thread.
  static AlbumPhotos late(Making making) {
    var made = new ArrayList<AlbumPhoto>();
    var done = new AtomicBoolean();
    return () -> {
      if (done.compareAndSet(false, true)) {
        made.addAll(making.make());
      }
      return made.stream();
    };
  }

  /// Makes photos.
  interface Making {
    List<AlbumPhoto> make() throws IOException;
  }

  /// Every photo of a workspace, in order of URI; one is held at a time.
  static AlbumPhotos in(Catalog catalog, VectorSpace space) {
    return () -> catalog.photos(space).map(AlbumPhotos::of);
  }

  /// A photo of a workspace.
  static AlbumPhoto of(PlacedPhoto placed) {
    var photo = placed.photo();
    return new AlbumPhoto(
        placed.uri(),
        photo.sha256(),
        photo.bytes(),
        photo.facts(),
        photo.measures(),
        photo.detailOrNull(),
        placed.embedding());
  }
}
