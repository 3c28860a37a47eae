package dev.anmok.app.api;

import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.CategoriesJob;
import dev.anmok.app.album.CategoryNumbers;
import dev.anmok.app.album.DuplicatesJob;
import dev.anmok.app.album.DuplicatesOptions;
import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.http.Problem;
import dev.anmok.app.review.BlurOpinions;
import dev.anmok.app.review.CopyGroups;
import dev.anmok.app.review.Opinions;
import dev.anmok.app.review.Subject;
import dev.anmok.app.review.Survey;
import dev.anmok.app.workspace.Calibrations;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// What the machine says of all photos, remembered until the catalog or a threshold changes: it
/// takes a pass over all of them, and a reviewer asks for it with every page. Thread-safe.
final class ReviewMemory {
  private final Service service;
  private final CategoriesJob categories;
  private final DuplicatesJob duplicates;
  private final Map<Subject, Kept> kept = new EnumMap<>(Subject.class);
  private final ReentrantLock working = new ReentrantLock();

  /// What was found, and what it depends on.
  private record Kept(String key, Object found) {}

  /// Finds something out.
  private interface Finding<T> {
    T find() throws IOException;
  }

  private ReviewMemory(Service service, CategoriesJob categories, DuplicatesJob duplicates) {
    this.service = service;
    this.categories = categories;
    this.duplicates = duplicates;
  }

  /// Encodes the prompts of the categories.
  static ReviewMemory bind(Service service) throws IOException {
    var context = AlbumRoutes.context(service.library());
    return new ReviewMemory(
        service, CategoriesJob.bind(context), DuplicatesJob.bind(context).unreviewed());
  }

  /// The album's categories.
  CategoriesJob categories() {
    return categories;
  }

  /// What the machine says of single photos now: thresholds may have been tuned since the server
  /// started.
  ///
  /// @throws Problem 409 if a model is missing or does not fit
  Opinions opinions(Subject subject) throws IOException {
    var library = service.library();
    if (subject == Subject.CATEGORY) {
      var numbers =
          CategoryNumbers.find(
              categories.categories(),
              categories.scorer().logitScale(),
              new Calibrations(library.catalog(), library.session().pack()));
      return categories.with(numbers).opinions(library.catalog());
    }
    try {
      return new BlurOpinions(ProfileBlur.judge(library.session()));
    } catch (IOException e) {
      throw Problem.of(409, String.valueOf(e.getMessage()));
    }
  }

  /// The same of all photos; computes, so it is called within the gate.
  Survey survey(Opinions opinions) throws IOException {
    var reviews = service.library().catalog().reviews();
    return remembered(
        opinions.answers().subject(),
        opinions.version(),
        Survey.class,
        () -> Survey.of(reviews, opinions));
  }

  /// What it takes for copies; computes, so it is called within the gate.
  CopyGroups copies() throws IOException {
    var library = service.library();
    return remembered(
        Subject.DUPLICATES,
        "",
        CopyGroups.class,
        () ->
            duplicates
                .answer(
                    AlbumPhotos.in(library.catalog(), library.space()), DuplicatesOptions.DEFAULT)
                .copies());
  }

  private <T> T remembered(Subject subject, String version, Class<T> type, Finding<T> finding)
      throws IOException {
    working.lock();
    try {
      var catalog = service.library().catalog();
      // details measured later change no generation
      var key = version + " " + catalog.generation() + " " + catalog.counts().detailed();
      var before = kept.get(subject);
      if (before != null && before.key().equals(key)) {
        return type.cast(before.found());
      }
      T found = finding.find();
      kept.put(subject, new Kept(key, found));
      return found;
    } finally {
      working.unlock();
    }
  }
}
