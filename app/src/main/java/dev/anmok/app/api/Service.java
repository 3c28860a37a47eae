package dev.anmok.app.api;

import dev.anmok.app.blur.Networks;
import dev.anmok.app.blur.OpenNet;
import dev.anmok.app.cache.Cache;
import dev.anmok.app.cache.Caching;
import dev.anmok.app.category.Categorizer;
import dev.anmok.app.feedback.ShownLog;
import dev.anmok.app.http.Gate;
import dev.anmok.app.job.Jobs;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.Narrowing;
import dev.anmok.app.query.RememberedPhotos;
import dev.anmok.app.words.QueryTexts;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Library;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.quality.BlurNet;
import dev.anmok.core.search.VectorQuery;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What every route may need while the workspace is served by one model.
///
/// @param library the workspace
/// @param shared what stays when the model changes
/// @param reader decides how the words of queries are understood
/// @param netOnIngest whether the network for blur also looks at photos that are read in
/// @param keys what answers are remembered by
/// @param narrowingOrNull goes by the category of query photos; null where the profile has none
/// @param shown remembers what was shown to whom; stays open when the model changes
record Service(
    Library library,
    Shared shared,
    QueryTexts reader,
    boolean netOnIngest,
    AnswerKeys keys,
    @Nullable Narrowing narrowingOrNull,
    ShownLog shown)
    implements Closeable {
  /// Loads the model and opens its index.
  ///
  /// @param session open for writing; closed with this, or if this fails
  static Service open(Session session, Shared shared, ShownLog shown) throws IOException {
    var library = Library.open(session);
    try {
      return open(library, shared, shown);
    } catch (IOException | RuntimeException | Error e) {
      library.close();
      throw e;
    }
  }

  private static Service open(Library library, Shared shared, ShownLog shown) throws IOException {
    var reader = WordModels.queries(library.session());
    try {
      return open(library, shared, reader, shown);
    } catch (IOException | RuntimeException | Error e) {
      reader.close();
      throw e;
    }
  }

  private static Service open(Library library, Shared shared, QueryTexts reader, ShownLog shown)
      throws IOException {
    boolean net = Networks.neededBy(library.session());
    var narrowing = narrowing(library);
    try {
      var keys = AnswerKeys.of(library, narrowing);
      return new Service(library, shared, reader, net, keys, narrowing, shown);
    } catch (IOException | RuntimeException | Error e) {
      if (narrowing != null) {
        narrowing.categorizer().close();
      }
      throw e;
    }
  }

  private static @Nullable Narrowing narrowing(Library library) throws IOException {
    var session = library.session();
    var choice = session.profile().category();
    if (choice.isEmpty()) {
      return null;
    }
    var categorizer = Categorizer.open(choice.get(), session.classifiers(library.images()));
    var schema = session.profile().search().schema();
    var narrowing = Narrowing.by(categorizer, choice.get().field(), schema);
    if (narrowing.isEmpty()) {
      categorizer.close();
    }
    return narrowing.orElse(null);
  }

  Gate gate() {
    return shared.gate();
  }

  Jobs jobs() {
    return shared.jobs();
  }

  Outside outside() {
    return shared.outside();
  }

  Pictures pictures() {
    return shared.pictures();
  }

  OpenNet openNet() {
    return shared.openNet();
  }

  Caching.Open caching() {
    return shared.caching();
  }

  /// What was computed before.
  Cache cache() {
    return caching().cache();
  }

  /// The network that looks at photos that are read in, or null where the profile does without.
  @Nullable BlurNet netOnIngestOrNull() {
    return netOnIngest ? openNet().net() : null;
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

  /// Closes the model and the index; what is shared stays open.
  @Override
  public void close() throws IOException {
    try (library;
        reader) {
      if (narrowingOrNull != null) {
        narrowingOrNull.categorizer().close();
      }
    }
  }
}
