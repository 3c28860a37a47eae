package dev.anmok.app.api;

import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.SortedAlbum;
import dev.anmok.app.album.SortedAlbumJob;
import dev.anmok.app.job.JobRun;
import dev.anmok.app.job.JobWork;
import dev.anmok.app.json.Tree;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/// Puts the albums together. One that is stopped ends at the next photo that it looks at, and makes
/// nothing. Its progress counts steps.
///
/// @param sorting sorts photos
/// @param photos all of them
/// @param made hears of the albums
record AlbumsWork(Sorting sorting, AlbumPhotos photos, Consumer<SortedAlbum> made)
    implements JobWork {
  private static final int STEPS = 3;

  /// Sorts photos into albums.
  interface Sorting {
    SortedAlbum sort(AlbumPhotos photos, SortedAlbumJob.Steps steps) throws IOException;
  }

  @Override
  public Map<String, Object> run(JobRun run) throws IOException {
    int[] done = {0};
    AlbumPhotos watched = () -> photos.stream().peek(_ -> StoppedException.check(run));
    try {
      var album =
          sorting.sort(
              watched,
              _ -> {
                StoppedException.check(run);
                run.progress().report(done[0]++, 0, STEPS);
              });
      StoppedException.check(run);
      run.progress().report(STEPS, 0, STEPS);
      made.accept(album);
      return Tree.of("photos", album.photos()).and("folded", album.folded()).map();
    } catch (StoppedException e) {
      return Map.of();
    }
  }
}
