package dev.anmok.spark.global;

import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.workspace.Curation;
import dev.anmok.app.workspace.Curators;
import dev.anmok.app.workspace.LensRanges;
import dev.anmok.app.workspace.MoodLens;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.score.LensRange;
import dev.anmok.spark.OnePerProcess;
import dev.anmok.spark.ScratchSession;
import java.io.Closeable;
import java.io.IOException;
import java.util.OptionalDouble;

/// The curator of a new workspace, made once on each node and shared by its tasks. Thread-safe.
final class NodeCurator implements Closeable {
  /// This process's curator. A task asks for it once and not for each photo: it takes a lock and
  /// compares the whole work.
  static final OnePerProcess<CurationWork, NodeCurator> SHARED =
      new OnePerProcess<>(NodeCurator::open);

  private final ScratchSession scratch;
  private final Curation curation;

  private NodeCurator(ScratchSession scratch, Curation curation) {
    this.scratch = scratch;
    this.curation = curation;
  }

  private static NodeCurator open(CurationWork work) throws IOException {
    var scratch =
        ScratchSession.onNode(
            work.profile(), work.profileText(), work.model(), work.modelsOrNull(), work.space());
    try {
      return new NodeCurator(scratch, curation(work, scratch));
    } catch (IOException | RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  private static Curation curation(CurationWork work, ScratchSession scratch) throws IOException {
    var session = scratch.session();
    var catalog = session.workspace().catalog();
    var profile = session.profile();
    var lens = MoodLens.of(profile, session.pack());
    var range = work.rangeOrNull();
    if (range != null) {
      new LensRanges(session, lens.scorer()).store(new LensRange(range.low(), range.high()));
    }
    var given = work.thresholdOrNull();
    var byHand = given == null ? OptionalDouble.empty() : OptionalDouble.of(given);
    var threshold = Thresholds.resolve(catalog, profile, session.pack(), byHand);
    var curators = new Curators(session, lens, ProfileBlur::judge);
    return new Curation(
        catalog,
        session.pack().space(),
        lens.scorer(),
        curators.curator(work.method(), profile, threshold));
  }

  /// What the lens says of a photo.
  double delta(Embedding photo) {
    return curation.scorer().score(photo).delta();
  }

  Curation.Result decide(ItemPhotos item) {
    return curation.byMachine(item);
  }

  @Override
  public void close() throws IOException {
    scratch.close();
  }
}
