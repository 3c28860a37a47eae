package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.cache.CacheKey;
import dev.anmok.app.feedback.ColouredItems;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Wish;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Library;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With real workspaces of a few photos.
class AnswerKeysTest {
  private static final Wish RED = Wish.items(Wanted.words("red"), 3);

  @TempDir Path folder;

  private Path profile(String name, String more) throws IOException {
    return Files.writeString(folder.resolve(name), Profiles.text("cafe") + more);
  }

  private Library fill(String name, Path profile) throws IOException {
    var photos = folder.resolve("photos");
    if (!Files.exists(photos)) {
      ColouredItems.draw(photos);
    }
    var session = Session.fill(folder.resolve(name), profile.toString(), Optional.empty());
    var one = FolderSource.of(photos.resolve("red-00"));
    new IngestJob(session, IngestOptions.defaults()).run(one, Progress.NONE);
    return Library.open(session);
  }

  private static CacheKey key(Library library, Wish wish) throws IOException {
    return AnswerKeys.of(library, null).of(library, wish, List.of(), List.of());
  }

  @Test
  void workspacesShareNoAnswerUnlessOneIsACopyOfTheOther() throws IOException {
    var cafe = profile("cafe.yaml", "");
    CacheKey first;
    try (var one = fill("one", cafe);
        var other = fill("other", cafe)) {
      assertThat(one.catalog().generation()).isEqualTo(other.catalog().generation());
      assertThat(one.index().generation()).isEqualTo(other.index().generation());
      first = key(one, RED);
      assertThat(first).isEqualTo(key(one, RED)).isNotEqualTo(key(other, RED));
    }
    copy(folder.resolve("one"), folder.resolve("copy"));
    try (var copy = Library.open(Session.update(folder.resolve("copy"), Optional.empty()))) {
      assertThat(key(copy, RED)).isEqualTo(first);
    }
    var logging = profile("logging.yaml", "\npersonal:\n  log: on\n");
    var session = Session.update(folder.resolve("copy"), Optional.of(logging.toString()));
    try (var otherwise = Library.open(session)) {
      assertThat(key(otherwise, RED)).as("another profile").isNotEqualTo(first);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void questionsThatReadAlikeDiffer() throws IOException {
    try (var library = fill("one", profile("cafe.yaml", ""))) {
      var keys =
          List.of(
              key(library, words(List.of("red, dress"), List.of())),
              key(library, words(List.of("red", "dress"), List.of())),
              key(library, words(List.of("red"), List.of("dress"))),
              key(library, words(List.of("red"), List.of())),
              key(library, words(List.of("red", "1", "dress"), List.of())));
      assertThat(keys).doesNotHaveDuplicates();
    }
  }

  private static Wish words(List<String> texts, List<String> less) {
    return Wish.items(new Wanted(texts, less, List.of(), List.of()), 3);
  }
}
