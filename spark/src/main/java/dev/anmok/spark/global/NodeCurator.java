package dev.anmok.spark.global;

import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.workspace.Curation;
import dev.anmok.app.workspace.Curators;
import dev.anmok.app.workspace.LensRanges;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.MoodLens;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.score.LensRange;
import dev.anmok.spark.ScratchSession;
import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The curator of a new workspace, made once on each node and shared by its tasks. Thread-safe.
final class NodeCurator implements AutoCloseable {
  /// One a JVM: Spark has no other place for what outlives a task.
  private static @Nullable NodeCurator current;

  private final CurationWork work;
  private final ScratchSession scratch;
  private final Curation curation;

  private NodeCurator(CurationWork work, ScratchSession scratch, Curation curation) {
    this.work = work;
    this.scratch = scratch;
    this.curation = curation;
  }

  /// This JVM's curator for some work; one for other work is closed.
  ///
  /// @throws IOException if the model pack is not there or another one
  static synchronized NodeCurator of(CurationWork work) throws IOException {
    if (current != null && current.work.equals(work)) {
      return current;
    }
    closeCurrent();
    var opened = open(work);
    current = opened;
    return opened;
  }

  /// Closes what this JVM has open, if anything.
  static synchronized void closeCurrent() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }

  private static NodeCurator open(CurationWork work) throws IOException {
    ScratchSession scratch;
    try {
      scratch =
          ScratchSession.open(
              work.profile(), work.profileText(), work.model(), work.modelsOrNull());
    } catch (Models.UnknownModelException e) {
      throw new IOException(
          "the model pack '%s' is not on this node: name a folder that all nodes share by --models (%s)"
              .formatted(work.model(), e.getMessage()),
          e);
    }
    try {
      return new NodeCurator(work, scratch, curation(work, scratch));
    } catch (IOException | RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  private static Curation curation(CurationWork work, ScratchSession scratch) throws IOException {
    var session = scratch.session();
    var space = session.pack().space();
    if (!space.id().equals(work.space())) {
      throw new IOException(
          "the model pack '%s' makes the space %s on this node, on the driver's it made %s: copy the driver's pack to every node"
              .formatted(work.model(), space.id(), work.space()));
    }
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
        catalog, space, lens.scorer(), curators.curator(work.method(), profile, threshold));
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
