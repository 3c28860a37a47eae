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
import java.util.Objects;

/// What the machine says of all photos, remembered until the photos or a threshold change: it takes
/// a pass over all of them, and a reviewer asks for it with every page. Thread-safe.
final class ReviewMemory {
  private final Service service;
  private final CategoriesJob categories;
  private final DuplicatesJob duplicates;
  private final Map<Subject, Remembered<String, Survey>> surveys = new EnumMap<>(Subject.class);
  private final Remembered<Subject, CopyGroups> copies;

  private ReviewMemory(Service service, CategoriesJob categories, DuplicatesJob duplicates) {
    this.service = service;
    this.categories = categories;
    this.duplicates = duplicates;
    this.copies = new Remembered<>(service.gate());
    for (var subject : Subject.values()) {
      surveys.put(subject, new Remembered<>(service.gate()));
    }
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

  /// The same of all photos; may compute, so it is called outside the gate.
  Survey survey(Opinions opinions) throws IOException {
    var catalog = service.library().catalog();
    return Objects.requireNonNull(surveys.get(opinions.answers().subject()))
        .at(
            catalog.photosVersion(),
            opinions.version(),
            () -> Survey.of(catalog.reviews(), opinions));
  }

  /// What it takes for copies; may compute, so it is called outside the gate.
  CopyGroups copies() throws IOException {
    var library = service.library();
    return copies.at(
        library.catalog().photosVersion(),
        Subject.DUPLICATES,
        () ->
            duplicates
                .answer(
                    AlbumPhotos.in(library.catalog(), library.space()), DuplicatesOptions.DEFAULT)
                .copies());
  }
}
