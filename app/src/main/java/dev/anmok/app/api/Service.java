package dev.anmok.app.api;

import dev.anmok.app.blur.OpenNet;
import dev.anmok.app.cache.Cache;
import dev.anmok.app.cache.Caching;
import dev.anmok.app.feedback.ShownLog;
import dev.anmok.app.http.Gate;
import dev.anmok.app.job.Jobs;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.Narrowing;
import dev.anmok.app.query.RememberedPhotos;
import dev.anmok.app.words.QueryTexts;
import dev.anmok.app.workspace.Library;
import dev.anmok.core.quality.BlurNet;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What every route may need.
///
/// @param library the workspace
/// @param gate admission to computing
/// @param jobs long work
/// @param outside what lies behind URLs
/// @param pictures renders photos
/// @param reader decides how the words of queries are understood
/// @param openNet the network for blur, for questions that ask for it
/// @param netOnIngest whether it also looks at photos that are read in
/// @param caching what was computed before
/// @param keys what answers are remembered by
/// @param narrowingOrNull goes by the category of query photos; null where the profile has none
/// @param shown remembers what was shown to whom
record Service(
    Library library,
    Gate gate,
    Jobs jobs,
    Outside outside,
    Pictures pictures,
    QueryTexts reader,
    OpenNet openNet,
    boolean netOnIngest,
    Caching.Open caching,
    AnswerKeys keys,
    @Nullable Narrowing narrowingOrNull,
    ShownLog shown)
    implements AutoCloseable {
  /// The network that looks at photos that are read in, or null where the profile does without.
  @Nullable BlurNet netOnIngestOrNull() {
    return netOnIngest ? openNet.net() : null;
  }

  /// What was computed before.
  Cache cache() {
    return caching.cache();
  }

  /// A finder over the photos that the profile searches, or over all of them.
  Finder finder(boolean all) throws IOException {
    var scope = all ? VectorQuery.Scope.ALL : library.scope();
    return new Finder(
        new RememberedPhotos(library.towers(), library.space(), cache()),
        library.index(),
        library::decoder,
        scope,
        library.background(),
        library.scale(),
        reader,
        null);
  }

  /// The same, going by the category of what query photos show where the profile has categories.
  Finder narrowed(boolean all) throws IOException {
    var finder = finder(all);
    return narrowingOrNull == null ? finder : finder.narrowed(narrowingOrNull);
  }

  /// Closes everything, after the work under way has ended.
  @Override
  public void close() throws IOException {
    try (library;
        outside;
        reader;
        openNet;
        caching) {
      jobs.close();
      gate.close();
      if (narrowingOrNull != null) {
        narrowingOrNull.categorizer().close();
      }
      pictures.close();
      shown.close();
    }
  }
}
