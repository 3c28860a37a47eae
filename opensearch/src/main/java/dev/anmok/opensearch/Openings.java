package dev.anmok.opensearch;

import java.io.IOException;

/// Numbers the openings of an index for writing by the version of a document that holds nothing
/// else. A cluster lets a version only rise, so no two openings have one number, whoever opens at
/// the same time.
///
/// @param cluster where the index lies
/// @param index its name
record Openings(Cluster cluster, String index) {
  private static final String ID = "opening";
  private static final int CONFLICT = 409;

  /// The number of the last opening, 0 before the first.
  long last() throws IOException {
    return new LoneDocument(cluster, index, ID).read().path("_version").asLong(0);
  }

  /// Takes the next number.
  ///
  /// @param above a number that it is above in any case
  long next(long above) throws IOException {
    long number = Math.max(above, last()) + 1;
    while (!take(number)) {
      number = Math.max(number, last()) + 1;
    }
    return number;
  }

  private boolean take(long number) throws IOException {
    var path =
        "/%s/_doc/%s?require_alias=true&version_type=external&version=%d"
            .formatted(IndexChoice.writing(index), ID, number);
    try {
      cluster.write("PUT", path, Json.object());
      return true;
    } catch (ClusterException e) {
      if (e.status() == CONFLICT) {
        return false; // by another's opening, or by this one if its answer was lost
      }
      throw e;
    }
  }
}
