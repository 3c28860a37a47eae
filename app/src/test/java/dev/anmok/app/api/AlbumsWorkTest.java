package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.SortedAlbum;
import dev.anmok.app.job.JobRun;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlbumsWorkTest {
  private final List<String> steps = new ArrayList<>();
  private final List<SortedAlbum> made = new ArrayList<>();
  private boolean cancelled;

  private final class Running implements JobRun {
    @Override
    public Progress progress() {
      return Progress.NONE;
    }

    @Override
    public <T> T interruptibly(Step<T> step) throws IOException {
      return step.run();
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    @Override
    public boolean finish() {
      return !cancelled;
    }
  }

  private void run(AlbumsWork.Sorting sorting) throws IOException {
    var work = new AlbumsWork(sorting, AlbumPhotos.of(List.of()), made::add);
    assertThat(work.run(new Running())).isEmpty();
    assertThat(made).isEmpty();
  }

  @Test
  void noStepBeginsAfterItWasStopped() throws IOException {
    run((_, hears) -> {
      steps.add("one");
      hears.step("one");
      cancelled = true;
      hears.step("two");
      steps.add("two");
      throw new AssertionError("it goes on");
    });
    assertThat(steps).containsExactly("one");
  }

  @Test
  void itHearsThatWhileItLooksAtPhotos() throws IOException {
    var photos = new ArrayList<Integer>();
    AlbumPhotos endless =
        () ->
            java.util.stream.Stream.iterate(0, i -> i + 1)
                .limit(1_000)
                .peek(i -> {
                  photos.add(i);
                  cancelled = i == 3;
                })
                .map(_ -> null);
    var work =
        new AlbumsWork(
            (watched, _) -> {
              try (var stream = watched.stream()) {
                stream.forEach(_ -> {});
              }
              throw new AssertionError("it goes on");
            },
            endless,
            made::add);
    assertThat(work.run(new Running())).isEmpty();
    assertThat(photos).hasSize(4);
    assertThat(made).isEmpty();
  }
}
