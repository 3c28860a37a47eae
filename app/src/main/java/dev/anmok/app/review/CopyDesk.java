package dev.anmok.app.review;

import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where people say which of some copies to keep. An answer is stored as a review of each photo
/// that it speaks of, all of one instant, so that it can be taken back whole. No file is ever
/// touched. Thread-safe.
///
/// @param reviews where it is kept
/// @param copies what the machine says at that time
/// @param clock tells the time
public record CopyDesk(Reviews reviews, CopyGroups copies, InstantSource clock) {
  /// The most photos of one answer.
  public static final int MAX_PHOTOS = 1_000;

  private static final int NAME = 32;

  /// What somebody says.
  ///
  /// @param photo digest of the photo that the others are held against
  /// @param verdict [CopyWord#KEEP], [CopyWord#SEPARATE] or [Review#SKIP]
  /// @param fold digests of its copies; some for `keep`, none else
  /// @param separate digests of those that are none
  /// @param reviewer 1 to 64 characters
  public record Answer(
      String photo, String verdict, List<String> fold, List<String> separate, String reviewer) {
    public Answer {
      fold = List.copyOf(fold);
      separate = List.copyOf(separate);
      switch (verdict) {
        case CopyWord.KEEP -> require(!fold.isEmpty(), "keep needs the copies in 'fold'");
        case CopyWord.SEPARATE ->
            require(
                fold.isEmpty() && !separate.isEmpty(),
                "separate needs the photos that are no copies in 'separate', and no 'fold'");
        case Review.SKIP ->
            require(fold.isEmpty() && separate.isEmpty(), "a skip has no 'fold' and no 'separate'");
        default ->
            throw new IllegalArgumentException(
                "verdict must be one of keep, separate, skip, was '" + verdict + "'");
      }
      var all = photos(photo, fold, separate);
      require(new HashSet<>(all).size() == all.size(), "a photo was named twice");
      require(all.size() <= MAX_PHOTOS, "an answer has at most " + MAX_PHOTOS + " photos");
    }

    private static void require(boolean right, String rule) {
      if (!right) {
        throw new IllegalArgumentException(rule);
      }
    }

    private static List<String> photos(String photo, List<String> fold, List<String> separate) {
      var all = new ArrayList<String>();
      all.add(photo);
      all.addAll(fold);
      all.addAll(separate);
      return all;
    }

    /// All photos that it speaks of.
    public List<String> photos() {
      return photos(photo, fold, separate);
    }
  }

  /// Stores an answer.
  ///
  /// @return what was stored, that of the photo itself first
  /// @throws IllegalArgumentException if there is no such photo, or the name is none
  public List<Review> say(Answer answer) throws IOException {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var group = copies.of(answer.photo().substring(0, NAME));
    var code = Subject.DUPLICATES.code();
    var said = new ArrayList<Review>();
    for (var word : words(answer)) {
      var machine = group.map(each -> machine(each, word.photo())).orElse(null);
      said.add(
          new Review(
              word.photo(), code, word.verdict(), word.kind(), answer.reviewer(), now, machine));
    }
    reviews.store(said);
    return List.copyOf(said);
  }

  /// What stands of the photos that an answer speaks of, if all of it is the same of the same
  /// person; else nothing.
  public List<Review> standing(Answer answer) throws IOException {
    var standing = new ArrayList<Review>();
    for (var word : words(answer)) {
      var review = reviews.standing(word.photo(), Subject.DUPLICATES.code());
      if (review.filter(each -> word.stands(each, answer.reviewer())).isEmpty()) {
        return List.of();
      }
      standing.add(review.get());
    }
    return List.copyOf(standing);
  }

  /// What an answer says of one photo.
  private record Word(String photo, String verdict, String kind) {
    boolean stands(Review review, String reviewer) {
      return review.verdict().equals(verdict)
          && review.kind().equals(kind)
          && review.reviewer().equals(reviewer);
    }
  }

  private static List<Word> words(Answer answer) {
    var words = new ArrayList<Word>();
    if (!answer.verdict().equals(CopyWord.SEPARATE)) {
      words.add(new Word(answer.photo(), answer.verdict(), ""));
    }
    var about = CopyWord.of(answer.photo());
    answer.fold().forEach(photo -> words.add(new Word(photo, CopyWord.FOLD, about)));
    answer.separate().forEach(photo -> words.add(new Word(photo, CopyWord.SEPARATE, about)));
    return words;
  }

  private @Nullable MachineVerdict machine(CopyGroup group, String photo) {
    var name = photo.substring(0, NAME);
    for (var copy : group.photos()) {
      if (copy.photo().equals(name)) {
        var verdict = copy.equals(group.photos().getFirst()) ? CopyWord.KEEP : CopyWord.FOLD;
        return new MachineVerdict(verdict, CopyGroups.METHOD, copies.version(), copy.cosine());
      }
    }
    return null;
  }
}
