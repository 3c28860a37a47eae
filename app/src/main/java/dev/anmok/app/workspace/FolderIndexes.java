package dev.anmok.app.workspace;

import dev.anmok.core.search.PhotoIndex;
import dev.anmok.lucene.IndexLimits;
import dev.anmok.lucene.LuceneIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.LongConsumer;

/// Indexes in the folder of a workspace.
record FolderIndexes(Workspace workspace) implements IndexPlace {
  @Override
  public String inWords() {
    return "";
  }

  @Override
  public String code() {
    return "";
  }

  @Override
  public PhotoIndex read(Session session) throws IOException {
    var space = session.pack().space();
    var choice = session.profile().search();
    return LuceneIndex.openReadOnly(
        workspace.indexFolder(space.id()), space, choice.schema(), choice.dictionaries());
  }

  @Override
  public LuceneIndex write(Session session) throws IOException {
    var space = session.pack().space();
    var choice = session.profile().search();
    var folder = workspace.indexFolder(space.id());
    Files.createDirectories(folder);
    return LuceneIndex.open(
        folder, space, choice.schema(), IndexLimits.DEFAULT, choice.dictionaries());
  }

  @Override
  public Misfits sync(Session session, boolean anew, LongConsumer progress, boolean settle)
      throws IOException {
    if (anew) {
      LuceneIndex.erase(workspace.indexFolder(session.pack().space().id()));
    }
    try (var index = write(session)) {
      var sync = new IndexSync(workspace.catalog(), index, session.profile());
      sync.run(progress);
      if (settle) {
        index.settle();
      }
      return sync.misfits();
    }
  }

  @Override
  public void erase(String space) throws IOException {
    LuceneIndex.erase(workspace.indexFolder(space));
  }
}
