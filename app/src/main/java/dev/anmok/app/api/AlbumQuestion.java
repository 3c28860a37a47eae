package dev.anmok.app.api;

import dev.anmok.app.album.AlbumContext;
import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.Answer;
import dev.anmok.app.album.BlurJob;
import dev.anmok.app.album.BlurOptions;
import dev.anmok.app.album.CategoriesJob;
import dev.anmok.app.album.CategoriesOptions;
import dev.anmok.app.album.DuplicatesJob;
import dev.anmok.app.album.DuplicatesOptions;
import dev.anmok.app.album.HighlightsJob;
import dev.anmok.app.album.HighlightsOptions;
import dev.anmok.app.album.LowQualityJob;
import dev.anmok.app.album.LowQualityOptions;
import dev.anmok.app.album.Parameters;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.core.quality.BlurMeasure;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/// One of the album's questions.
///
/// @param name its part of the path
/// @param summary one line for people
/// @param settings what can be set
/// @param asking asks it
record AlbumQuestion(String name, String summary, List<Parameter> settings, Asking asking) {
  /// A question whose settings are read.
  ///
  /// @param needsNet whether photos that are sent must be looked at by the network for blur
  /// @param answering answers it
  record Asked(boolean needsNet, Answering answering) {}

  /// Answers a question.
  interface Answering {
    Answer about(AlbumPhotos photos) throws IOException;
  }

  /// Reads settings.
  interface Asking {
    /// The question with these settings.
    ///
    /// @throws Problem 400 if a setting is out of range
    Asked with(Parameters settings) throws IOException;
  }

  /// A question bound to its prompts and thresholds.
  private interface Bound<O> {
    Answer answer(AlbumPhotos photos, O options) throws IOException;
  }

  /// The questions, bound once.
  static List<AlbumQuestion> bind(AlbumContext context) throws IOException {
    return List.of(
        of(
            "categories",
            "Sorts photos into categories: [{\"category\":…,\"images\":[…]},…]",
            CategoriesOptions::read,
            CategoriesJob.bind(context)::answer),
        of(
            "duplicates",
            "Finds photos that show the same: [[…,…],…]",
            DuplicatesOptions::read,
            DuplicatesJob.bind(context)::answer),
        of(
            "highlights",
            "Scores photos: [{\"category\":…,\"images\":[{\"image\":…,\"score\":…},…]},…]",
            HighlightsOptions::read,
            HighlightsJob.bind(context)::answer),
        of(
            "low-quality",
            "Finds photos with technical faults: […]",
            LowQualityOptions::read,
            LowQualityJob.bind(context)::answer),
        blur(BlurJob.bind(context)));
  }

  private static AlbumQuestion blur(BlurJob job) {
    return new AlbumQuestion(
        "blur",
        "Finds blurred photos: […]",
        KnownSettings.of(BlurOptions::read),
        settings -> {
          var read = Problem.reading(() -> BlurOptions.read(settings));
          boolean net = job.judge(read).method().inputs().contains(BlurMeasure.BDNET);
          return new Asked(net, photos -> job.answer(photos, read));
        });
  }

  private static <O> AlbumQuestion of(
      String name, String summary, Function<Parameters, O> options, Bound<O> bound) {
    return new AlbumQuestion(
        name,
        summary,
        KnownSettings.of(options),
        settings -> {
          var read = Problem.reading(() -> options.apply(settings));
          return new Asked(false, photos -> bound.answer(photos, read));
        });
  }
}
