package dev.anmok.app.review;

import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PhotoInReview;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// What people decided, as labels for training, tuning and evaluating: one row a photo, however
/// many places it has. A row is read when it is asked for.
///
/// @param reviews what people said
/// @param answers what they may say; decisions that it does not know, such as for a category that
///   has gone, are left out
public record ReviewLabels(Reviews reviews, Answers answers) {
  /// The columns of a row, as the commands that read labels of the subject call them.
  public List<String> columns() {
    return switch (answers.subject()) {
      case BLUR -> List.of("path", "label", "kind", "tags", "group", "split");
      case CATEGORY -> List.of("uri", "category", "group", "split");
      case DUPLICATES -> List.of("uri", "verdict", "kind", "group", "split");
    };
  }

  /// A group whose SHA-256 begins with a byte under this is for testing.
  private static final int TEST_BELOW = 0x80;

  /// Tells `sink` a row for each photo that somebody decided about: the first of its places, the
  /// verdict, its kind and no tags where the subject has them, its item (or its own digest, if it
  /// has none) as the group, and `test` or `tune` by the group's digest, so that photos of one item
  /// are never on both sides.
  public void rows(Consumer<List<String>> sink) throws IOException {
    try (var photos = reviews.photos(answers.subject().code(), "")) {
      photos.forEach(photo ->
          photo
              .decision()
              .filter(said -> answers.knows(said.verdict()))
              .ifPresent(said -> sink.accept(row(photo, said))));
    }
  }

  private List<String> row(PhotoInReview photo, Review said) {
    var group = photo.item().isEmpty() ? photo.photo().sha256() : photo.item();
    var word = answers.word(said.verdict());
    return switch (answers.subject()) {
      case BLUR -> List.of(photo.uri(), word, said.kind(), "", group, split(group));
      case CATEGORY -> List.of(photo.uri(), word, group, split(group));
      case DUPLICATES -> List.of(photo.uri(), word, said.kind(), group, split(group));
    };
  }

  private static String split(String group) {
    var digest = Photo.digest(group.getBytes(StandardCharsets.UTF_8));
    return Integer.parseInt(digest.substring(0, 2), 16) < TEST_BELOW ? "test" : "tune";
  }
}
