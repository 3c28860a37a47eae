package dev.anmok.app.album;

import dev.anmok.app.blur.BlurMethods;
import dev.anmok.app.profile.BlurChoice;
import dev.anmok.app.review.Reviewed;
import dev.anmok.app.review.Subject;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.quality.BlurJudge;
import java.io.IOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Says of photos whether they are sharp. Thread-safe.
public final class BlurJob {
  private final BlurMethods methods;
  private final BlurChoice choice;
  private final @Nullable Catalog catalogOrNull;

  private BlurJob(BlurMethods methods, BlurChoice choice, @Nullable Catalog catalogOrNull) {
    this.methods = methods;
    this.choice = choice;
    this.catalogOrNull = catalogOrNull;
  }

  /// Prepares the question.
  public static BlurJob bind(AlbumContext context) {
    var models = context.heads().resolveSibling("blur");
    return new BlurJob(
        new BlurMethods(context.calibrations(), models),
        context.album().blur(),
        context.calibrations().catalogOrNull());
  }

  /// Answers it for some photos; none give an empty answer. Photos that were not measured, or lack
  /// what the method looks at, are counted and not judged; what people decided goes before what the
  /// machine says. Holds for each photo that is listed its URI and a few numbers, for each that
  /// people decided about eight bytes.
  ///
  /// @throws IllegalArgumentException if there is no method of that name
  /// @throws IOException if its model cannot be used
  public BlurAnswer answer(AlbumPhotos photos, BlurOptions options) throws IOException {
    var judge = judge(options);
    var listed = new ArrayList<JudgedPhoto>();
    var tally = new BlurTally();
    var reviewed =
        catalogOrNull == null
            ? Reviewed.NOTHING
            : Reviewed.in(catalogOrNull.reviews(), Subject.BLUR);
    try (var all = photos.stream()) {
      all.forEach(photo -> {
        var judged = JudgedPhoto.of(photo, judge, reviewed);
        tally.add(photo, judged);
        if (judged.isPresent() && (options.all() || !judged.get().sharp())) {
          listed.add(judged.get());
        }
      });
    }
    return new BlurAnswer(judge, listed, tally);
  }

  /// The judge that the options ask for.
  ///
  /// @throws IllegalArgumentException if there is no method of that name
  /// @throws IOException if its model cannot be used
  public BlurJudge judge(BlurOptions options) throws IOException {
    return new BlurJudge(methods.find(options.method().orElse(choice.method())), choice.limits());
  }
}
