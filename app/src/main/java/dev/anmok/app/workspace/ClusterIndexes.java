package dev.anmok.app.workspace;

import dev.anmok.core.search.PhotoIndex;
import dev.anmok.opensearch.Cluster;
import dev.anmok.opensearch.ClusterSettings;
import dev.anmok.opensearch.IndexChoice;
import dev.anmok.opensearch.OpenSearchIndex;
import dev.anmok.opensearch.Rebuild;
import java.io.IOException;
import java.util.function.LongConsumer;

/// Indexes in an OpenSearch cluster, each under an alias made of a prefix and its space. One that
/// must be built anew is built beside the one that is searched, which it then takes the place of.
///
/// @param workspace whose photos they hold
/// @param settings where the cluster is
/// @param file how indexes are laid out there
record ClusterIndexes(Workspace workspace, ClusterSettings settings, IndexSettings file)
    implements IndexPlace {
  @Override
  public String inWords() {
    return " in the cluster "
        + String.join(", ", settings.addresses().stream().map(Object::toString).toList());
  }

  @Override
  public String code() {
    return "opensearch." + file.layout().alias() + ".";
  }

  @Override
  public PhotoIndex read(Session session) throws IOException {
    var space = session.pack().space();
    var fields = session.profile().search();
    return open(cluster ->
        OpenSearchIndex.openReadOnly(
            cluster, choice(space.id()), space, fields.schema(), fields.dictionaries()));
  }

  @Override
  public PhotoIndex write(Session session) throws IOException {
    var space = session.pack().space();
    var fields = session.profile().search();
    return open(cluster ->
        OpenSearchIndex.open(
            cluster, choice(space.id()), space, fields.schema(), fields.dictionaries()));
  }

  @Override
  public Misfits sync(Session session, boolean anew, LongConsumer progress, boolean settle)
      throws IOException {
    if (anew) {
      return rebuild(session, progress);
    }
    try (var index = write(session)) {
      var sync = new IndexSync(workspace.catalog(), index, session.profile());
      sync.run(progress);
      return sync.misfits();
    }
  }

  @Override
  public void erase(String space) throws IOException {
    try (var cluster = Cluster.open(settings)) {
      OpenSearchIndex.erase(cluster, choice(space));
    }
  }

  private Misfits rebuild(Session session, LongConsumer progress) throws IOException {
    var space = session.pack().space();
    var fields = session.profile().search();
    try (var cluster = Cluster.open(settings);
        var rebuild =
            Rebuild.begin(
                cluster, choice(space.id()), space, fields.schema(), fields.dictionaries())) {
      var sync = new IndexSync(workspace.catalog(), rebuild.index(), session.profile());
      sync.run(progress);
      rebuild.publish();
      return sync.misfits();
    }
  }

  private IndexChoice choice(String space) {
    return file.of(space);
  }

  private PhotoIndex open(Opening opening) throws IOException {
    var cluster = Cluster.open(settings);
    try {
      return opening.in(cluster).closingWith(cluster);
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private interface Opening {
    OpenSearchIndex in(Cluster cluster) throws IOException;
  }
}
