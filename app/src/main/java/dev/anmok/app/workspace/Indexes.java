package dev.anmok.app.workspace;

import dev.anmok.core.search.IndexDamagedException;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.lucene.IndexLimits;
import dev.anmok.lucene.LuceneIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Opens the index of a session's space. An index is a view of the catalog: a damaged one is built
/// anew.
public final class Indexes {
  private Indexes() {}

  /// Brings the index up to date with the catalog, clusters included; the session must be open for
  /// writing. An index that is damaged, or was made by another choice of what can be searched, is
  /// built anew.
  ///
  /// @param progress told the number of photos written so far
  /// @return what of the items written did not fit its field
  public static Misfits update(Session session, LongConsumer progress) throws IOException {
    return update(session, progress, true);
  }

  private static Misfits update(Session session, LongConsumer progress, boolean settle)
      throws IOException {
    var folder = session.workspace().indexFolder(session.pack().space().id());
    var catalog = session.workspace().catalog();
    var mark = choice(session);
    if (!catalog.setting(mark(session)).orElse(mark).equals(mark)) {
      LuceneIndex.erase(folder);
    }
    Misfits misfits;
    try {
      misfits = sync(session, folder, progress, settle);
    } catch (IndexDamagedException e) {
      LuceneIndex.erase(folder);
      misfits = sync(session, folder, progress, settle);
    }
    if (!catalog.setting(mark(session)).orElse("").equals(mark)) {
      catalog.set(mark(session), mark);
    }
    return misfits;
  }

  /// Opens the index for searching.
  ///
  /// @throws IOException if there is none, or it is damaged, with what to do
  public static LuceneIndex open(Session session) throws IOException {
    var space = session.pack().space();
    var folder = session.workspace().indexFolder(space.id());
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          session.workspace().folder() + ": nothing is indexed yet; run: anmok ingest FOLDER");
    }
    try {
      return LuceneIndex.openReadOnly(
          folder,
          space,
          session.profile().search().schema(),
          session.profile().search().dictionaries());
    } catch (IndexDamagedException e) {
      throw new IOException(e.getMessage() + "; any ingest or curate builds it anew", e);
    }
  }

  /// Opens the index for writing and searching, up to date with the catalog; the session must be
  /// open for writing. [IndexSync] keeps it so. Clusters that are due are built behind the scenes.
  public static PhotoIndex openForWriting(Session session) throws IOException {
    update(session, written -> {}, false);
    var space = session.pack().space();
    return LuceneIndex.open(
        session.workspace().indexFolder(space.id()),
        space,
        session.profile().search().schema(),
        IndexLimits.DEFAULT,
        session.profile().search().dictionaries());
  }

  /// @param settle whether to wait for clusters, so that they are there when the program ends
  private static Misfits sync(Session session, Path folder, LongConsumer progress, boolean settle)
      throws IOException {
    Files.createDirectories(folder);
    var choice = session.profile().search();
    var space = session.pack().space();
    try (var index =
        LuceneIndex.open(
            folder, space, choice.schema(), IndexLimits.DEFAULT, choice.dictionaries())) {
      var sync = new IndexSync(session.workspace().catalog(), index, session.profile());
      sync.run(progress);
      if (settle) {
        index.settle();
      }
      return sync.misfits();
    }
  }

  /// What the index depends on beside the photos. Going back to an earlier classifier stores
  /// nothing, so that no item counts as changed.
  private static String choice(Session session) throws IOException {
    var mark = session.profile().indexMark();
    var classifier =
        session.profile().category().isEmpty()
            ? Optional.<String>empty()
            : ItemCategories.counting(session.workspace().catalog());
    return classifier.map(id -> mark + " " + id).orElse(mark);
  }

  /// Name of the setting that tells by which choice the index was made.
  private static String mark(Session session) {
    return "index." + session.pack().space().id();
  }
}
