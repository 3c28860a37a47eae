package dev.anmok.app.workspace;

import dev.anmok.core.search.IndexDamagedException;
import dev.anmok.core.search.NoIndexException;
import dev.anmok.core.search.PhotoIndex;
import java.io.IOException;
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
    var place = IndexPlace.of(session.workspace());
    var catalog = session.workspace().catalog();
    var mark = choice(session);
    boolean other = !catalog.setting(mark(place, session)).orElse(mark).equals(mark);
    Misfits misfits;
    try {
      misfits = place.sync(session, other, progress, settle);
    } catch (IndexDamagedException e) {
      misfits = place.sync(session, true, progress, settle);
    }
    if (!catalog.setting(mark(place, session)).orElse("").equals(mark)) {
      catalog.set(mark(place, session), mark);
    }
    return misfits;
  }

  /// Builds the index again from the catalog; the session must be open for writing.
  ///
  /// @param progress told the number of photos written so far
  /// @return what of the items written did not fit its field
  public static Misfits rebuild(Session session, LongConsumer progress) throws IOException {
    var place = IndexPlace.of(session.workspace());
    var misfits = place.sync(session, true, progress, true);
    session.workspace().catalog().set(mark(place, session), choice(session));
    return misfits;
  }

  /// Opens the index for searching.
  ///
  /// @throws IOException if there is none (its cause is a [NoIndexException]), or it is damaged (an
  ///   [IndexDamagedException]), with what to do
  public static PhotoIndex open(Session session) throws IOException {
    var place = IndexPlace.of(session.workspace());
    try {
      return place.read(session);
    } catch (NoIndexException e) {
      throw new IOException(
          session.workspace().folder()
              + ": nothing is indexed"
              + place.inWords()
              + " yet; run: "
              + (place instanceof FolderIndexes ? "anmok ingest FOLDER" : "anmok index rebuild"),
          e);
    } catch (IndexDamagedException e) {
      throw new IOException(e.getMessage() + "; any ingest or curate builds it anew", e);
    }
  }

  /// Where a workspace's indexes lie, for people.
  public static String place(Session session) throws IOException {
    return "indexed" + IndexPlace.of(session.workspace()).inWords();
  }

  /// Deletes the index of a space; none is no error.
  public static void erase(Workspace workspace, String space) throws IOException {
    IndexPlace.of(workspace).erase(space);
  }

  /// Opens the index for writing and searching, up to date with the catalog; the session must be
  /// open for writing. [IndexSync] keeps it so. Clusters that are due are built behind the scenes.
  public static PhotoIndex openForWriting(Session session) throws IOException {
    update(session, written -> {}, false);
    return IndexPlace.of(session.workspace()).write(session);
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
  private static String mark(IndexPlace place, Session session) {
    return "index." + place.code() + session.pack().space().id();
  }
}
