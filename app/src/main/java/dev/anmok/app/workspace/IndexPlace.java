package dev.anmok.app.workspace;

import dev.anmok.core.search.PhotoIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.LongConsumer;

/// Where the indexes of a workspace lie, one for each space: in its folder, or in a cluster if its
/// file [#FILE] says so.
public sealed interface IndexPlace permits FolderIndexes, ClusterIndexes {
  /// The file of a workspace that says where its indexes lie.
  String FILE = "index.yml";

  /// The place that a workspace's settings name.
  ///
  /// @throws IOException if they are wrong, with the line
  static IndexPlace of(Workspace workspace) throws IOException {
    var file = workspace.folder().resolve(FILE);
    return Files.exists(file)
        ? IndexSettings.read(file).place(workspace)
        : new FolderIndexes(workspace);
  }

  /// What people call it, behind "is indexed".
  String inWords();

  /// Tells it from other places in the names of settings; empty for the folder.
  String code();

  /// Opens the index for searching.
  ///
  /// @throws dev.anmok.core.search.IndexDamagedException if it must be built anew
  /// @throws dev.anmok.core.search.NoIndexException if there is none
  PhotoIndex read(Session session) throws IOException;

  /// Opens the index for writing and searching, and makes an empty one where there is none.
  ///
  /// @throws dev.anmok.core.search.IndexDamagedException if it must be built anew
  PhotoIndex write(Session session) throws IOException;

  /// Brings the index up to date with the catalog.
  ///
  /// @param anew whether to build it again from nothing
  /// @param progress told the number of photos written so far
  /// @param settle whether to wait for what is built behind the scenes
  /// @return what of the items written did not fit its field
  /// @throws dev.anmok.core.search.IndexDamagedException if it must be built anew
  Misfits sync(Session session, boolean anew, LongConsumer progress, boolean settle)
      throws IOException;

  /// Deletes the index of a space; none is no error.
  void erase(String space) throws IOException;
}
