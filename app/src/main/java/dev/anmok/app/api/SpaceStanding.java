package dev.anmok.app.api;

import dev.anmok.app.http.Gate;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.SpaceVectors;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// How far the spaces of a workspace are. Counting goes over all photos, so its answer is
/// remembered until something changes; a space that is being filled is told by the job that fills
/// it. Thread-safe.
final class SpaceStanding {
  private final Remembered<Asked, Map<VectorSpace, SpaceVectors.Progress>> remembered;
  private final AtomicLong fillings = new AtomicLong();
  private volatile @Nullable Filling filling;

  /// What the answer depends on beside the generation of the catalog, which a filled space leaves
  /// as it is.
  private record Asked(VectorSpace served, SortedMap<String, String> settings, long fillings) {}

  private record Filling(VectorSpace space, SpaceVectors.Progress now) {}

  SpaceStanding(Gate gate) {
    this.remembered = new Remembered<>(gate);
  }

  /// How they stand now.
  ///
  /// @param session the workspace as it is served
  Map<VectorSpace, SpaceVectors.Progress> of(Session session) throws IOException {
    var under = filling; // first, or its end would be missed by the count and by itself
    var catalog = session.workspace().catalog();
    long now = catalog.generation();
    var asked = new Asked(session.pack().space(), catalog.settings(""), fillings.get());
    var counted = remembered.at(now, asked, () -> count(catalog));
    if (under == null) {
      return counted;
    }
    var spaces = new LinkedHashMap<>(counted);
    spaces.put(under.space(), under.now());
    return spaces;
  }

  private static Map<VectorSpace, SpaceVectors.Progress> count(Catalog catalog) throws IOException {
    var spaces = new LinkedHashMap<VectorSpace, SpaceVectors.Progress>();
    for (var space : catalog.spaces()) {
      spaces.put(space, catalog.vectors().progress(space));
    }
    return spaces;
  }

  /// Begins to fill a space.
  ///
  /// @param start how far it is
  /// @param retry whether photos that failed are tried again
  /// @return hears how it goes
  Progress filling(VectorSpace space, SpaceVectors.Progress start, boolean retry) {
    long failed = retry ? 0 : start.failed();
    long missing = start.photos() - start.embedded() - failed;
    Progress progress =
        (done, rejected, _) ->
            filling =
                new Filling(
                    space,
                    new SpaceVectors.Progress(
                        start.embedded() + done - rejected,
                        failed + rejected,
                        Math.max(0, missing - done)));
    progress.report(0, 0, missing);
    return progress;
  }

  /// Ends what was begun: it is counted from now on.
  void filled() {
    fillings.incrementAndGet();
    filling = null;
  }
}
