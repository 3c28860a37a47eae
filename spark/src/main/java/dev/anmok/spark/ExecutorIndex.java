package dev.anmok.spark;

import dev.anmok.app.profile.Profiles;
import dev.anmok.app.profile.SearchChoice;
import dev.anmok.app.workspace.FreshEntries;
import dev.anmok.app.workspace.IndexSettings;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.opensearch.Cluster;
import dev.anmok.opensearch.DraftWriter;
import dev.anmok.opensearch.IndexChoice;
import dev.anmok.words.Vocabulary;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// An executor's connection to the cluster and what it needs to take texts apart. Thread-safe.
///
/// @param target what is made
/// @param cluster open
/// @param choice how the index is laid out
/// @param search what of an item can be searched
/// @param vocabulary how texts are taken apart
/// @param entries what the index holds of a photo
record ExecutorIndex(
    IndexTarget target,
    Cluster cluster,
    IndexChoice choice,
    SearchChoice search,
    Vocabulary vocabulary,
    FreshEntries entries)
    implements Closeable {
  static final OnePerProcess<IndexTarget, ExecutorIndex> SHARED =
      new OnePerProcess<>(ExecutorIndex::open);

  private static ExecutorIndex open(IndexTarget target) throws IOException {
    var settings = IndexSettings.parse(Path.of(target.file()), target.fileText());
    var profile = Profiles.parse(target.profile(), target.profileText());
    var vocabulary = Vocabulary.read(profile.search().dictionaries());
    return new ExecutorIndex(
        target,
        Cluster.open(settings.settings().orElseThrow()),
        settings.of(target.space()),
        profile.search(),
        vocabulary,
        FreshEntries.of(profile));
  }

  /// A writer for one task.
  DraftWriter writer(VectorSpace space) throws IOException {
    return DraftWriter.join(cluster, choice, space, search.schema(), vocabulary, target.ticket());
  }

  @Override
  public void close() throws IOException {
    cluster.close();
  }
}
