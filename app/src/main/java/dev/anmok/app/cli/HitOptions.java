package dev.anmok.app.cli;

import dev.anmok.core.search.VectorQuery;
import picocli.CommandLine.Option;

/// How many hits a search lists, among which photos, and how they are printed.
final class HitOptions {
  @Option(names = "-k", paramLabel = "N", description = "number of hits (default: 10)")
  private int k = 10;

  @Option(
      names = "--all",
      description = "look at every photo, not only at those that curation chose")
  private boolean all;

  @Option(names = "--format", description = "table or json (default: table)")
  private Format format = Format.TABLE;

  @Option(names = "--details", description = "with json: the best photos of each item")
  private boolean details;

  int k() {
    if (k < 1 || k > VectorQuery.MAX_K) {
      throw new UsageException("-k must be 1.." + VectorQuery.MAX_K + ", was " + k);
    }
    return k;
  }

  SearchScope scope(Console console) {
    return new SearchScope(console, all);
  }

  HitOutput output(Console console) {
    return new HitOutput(console, format, details);
  }
}
