package dev.anmok.app.workspace;

import dev.anmok.core.score.ContrastScorer;
import dev.anmok.core.score.Distribution;
import dev.anmok.core.score.LensRange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Finds between which deltas a lens counts: what is stored in the workspace, else what came with
/// the model pack, else the 5th to the 95th percentile of the workspace's photos.
public final class LensRanges {
  private static final double FEW = 0.05;
  private static final double MOST = 0.95;
  private static final String LOW = "low";
  private static final String HIGH = "high";

  private final Session session;
  private final ContrastScorer scorer;

  /// Ranges of a session's lens.
  public LensRanges(Session session, ContrastScorer scorer) {
    this.session = session;
    this.scorer = scorer;
  }

  /// The range of the profile's lens.
  ///
  /// @param threshold the lens's own; where all photos score alike a range around it serves
  LensRange find(double threshold) throws IOException {
    var stored = calibrations().tuned(key()).flatMap(LensRanges::range);
    if (stored.isPresent()) {
      return stored.get();
    }
    return renewed(threshold);
  }

  /// The range for deciding over all items anew: what was shipped, else what is measured now.
  ///
  /// @param threshold as for [#find]
  LensRange renewed(double threshold) throws IOException {
    var shipped = shipped();
    return shipped.isPresent() ? shipped.get() : measure(threshold);
  }

  /// Stores the range that all items were decided by in the workspace, which must be open for
  /// writing, so that later decisions on single items agree; does nothing where one was shipped.
  void keep(LensRange range) throws IOException {
    if (isMeasured()) {
      store(range);
    }
  }

  /// Whether the range is one that photos give: none came with the model pack.
  public boolean isMeasured() {
    return shipped().isEmpty();
  }

  /// Stores a range that was measured, here or elsewhere.
  public void store(LensRange range) throws IOException {
    calibrations().save(key(), Map.of(LOW, range.low(), HIGH, range.high()));
  }

  /// The range that deltas give.
  ///
  /// @param deltas of every photo
  /// @param threshold the lens's own
  public static LensRange of(Distribution deltas, double threshold) {
    double low = deltas.quantile(FEW);
    double high = deltas.quantile(MOST);
    return low < high
        ? new LensRange(low, high)
        : new LensRange(threshold - 0.05, threshold + 0.05);
  }

  private Optional<LensRange> shipped() {
    return calibrations().shipped(key()).flatMap(LensRanges::range);
  }

  private static Optional<LensRange> range(Calibrations.Found found) {
    var low = found.values().get(LOW);
    var high = found.values().get(HIGH);
    return low == null || high == null ? Optional.empty() : Optional.of(new LensRange(low, high));
  }

  private LensRange measure(double threshold) throws IOException {
    var catalog = session.workspace().catalog();
    return of(
        new TuneJob(catalog, session.pack().space(), scorer).find().distribution(), threshold);
  }

  private Calibrations calibrations() {
    return new Calibrations(session.workspace().catalog(), session.pack());
  }

  private Calibrations.Key key() {
    var lens = session.profile().lens();
    return new Calibrations.Key(lens.name(), lens.pooling().code(), lens.prompts().digest());
  }
}
