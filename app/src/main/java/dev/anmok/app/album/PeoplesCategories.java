package dev.anmok.app.album;

import dev.anmok.app.review.Answers;
import dev.anmok.app.review.Reviewed;
import dev.anmok.app.review.Subject;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import dev.anmok.core.score.CategorySet;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// What people said of the photos of an album, gathered while these are read. A decision for a
/// category that the album no longer has does not count. For one thread.
final class PeoplesCategories {
  private final Answers answers;
  private final Reviewed reviewed;
  private final Map<Integer, Said> found = new HashMap<>();
  private int place;

  /// What a person decided.
  ///
  /// @param category its name, or `others`
  /// @param reviewer who said so
  record Said(String category, String reviewer) {}

  PeoplesCategories(CategorySet categories, Reviews reviews) throws IOException {
    this.answers = Answers.of(categories);
    this.reviewed = Reviewed.in(reviews, Subject.CATEGORY);
  }

  /// Looks at the next photo of the album.
  void look(AlbumPhoto photo) {
    int at = place++;
    reviewed
        .of(photo.sha256())
        .filter(review -> answers.knows(review.verdict()))
        .ifPresent(review -> found.put(at, said(review)));
  }

  private Said said(Review review) {
    return new Said(answers.word(review.verdict()), review.reviewer());
  }

  /// The decisions by the photo's place in the order read.
  Map<Integer, Said> found() {
    return Map.copyOf(found);
  }
}
