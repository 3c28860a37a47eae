package dev.anmok.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells which of some documents are among those that may be hits.
final class Passing {
  private Passing() {}

  /// Their URIs.
  ///
  /// @param documents in rising order
  /// @param parts of every segment, in the order of the segments
  static Set<String> uris(int[] documents, List<Scopes.Part> parts) throws IOException {
    var uris = new HashSet<String>();
    int next = 0;
    for (var part : parts) {
      int base = part.leaf().docBase;
      int end = base + part.leaf().reader().maxDoc();
      var columns = new PhotoFields.Columns(part.leaf().reader());
      for (; next < documents.length && documents[next] < end; next++) {
        if (part.inScope().contains(documents[next] - base)) {
          uris.add(columns.uri(documents[next] - base));
        }
      }
    }
    return uris;
  }
}
