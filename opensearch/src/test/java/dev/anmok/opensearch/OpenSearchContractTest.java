package dev.anmok.opensearch;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.FilteredIndexContract;
import dev.anmok.core.search.LanguageContract;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.PhotoIndexContract;
import dev.anmok.core.search.WordContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

/// The same questions, and the same answers, as of an index on disk.
@ExtendWith(SharedNode.class)
class OpenSearchContractTest
    implements PhotoIndexContract, FilteredIndexContract, WordContract, LanguageContract {
  private final Cluster cluster;

  OpenSearchContractTest(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public PhotoIndex open(Path folder, VectorSpace space) throws IOException {
    return open(folder, space, Schema.EMPTY);
  }

  @Override
  public PhotoIndex open(Path folder, VectorSpace space, Schema schema) throws IOException {
    var name = "contract-" + Integer.toHexString(folder.hashCode());
    return OpenSearchIndex.open(cluster, IndexChoice.of(name).spread(1, 0), space, schema);
  }
}
