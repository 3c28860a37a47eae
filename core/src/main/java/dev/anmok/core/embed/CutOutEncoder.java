package dev.anmok.core.embed;

import dev.anmok.core.cutout.Blend;
import dev.anmok.core.cutout.Cutout;
import dev.anmok.core.cutout.CutoutTally;
import dev.anmok.core.cutout.CutoutTreatment;
import dev.anmok.core.cutout.KeptReason;
import dev.anmok.core.cutout.Segmenter;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import java.util.ArrayList;
import java.util.List;

/// An encoder that sees photos without their background. A photo whose mask is not believed, or
/// that the gate keeps, is embedded as it is; both kinds live in one space, which is another than
/// the inner encoder's. Masks are made on the caller's thread, one photo after the other.
public final class CutOutEncoder implements ImageEncoder {
  private static final double MARGIN = 1.5;

  private final ImageEncoder inner;
  private final Segmenter segmenter;
  private final CutoutTreatment treatment;
  private final CutoutGate gate;
  private final VectorSpace space;
  private final CutoutTally tally = new CutoutTally();

  /// Takes over encoder and segmenter, and closes them when it is closed.
  public CutOutEncoder(
      ImageEncoder inner, Segmenter segmenter, CutoutTreatment treatment, CutoutGate gate) {
    this.inner = inner;
    this.segmenter = segmenter;
    this.treatment = treatment;
    this.gate = gate;
    this.space = inner.space().on(treatment.canonical(segmenter.id(), gate.id()));
  }

  /// A photo's vector, and what became of its background.
  public record Treated(Embedding embedding, Cutout cutout) {}

  @Override
  public VectorSpace space() {
    return space;
  }

  /// The larger of what the two models look at.
  @Override
  public int inputSide() {
    return Math.max(inner.inputSide(), segmenter.inputSide());
  }

  /// How many photos were cut out so far, and why others were not.
  public CutoutTally tally() {
    return tally;
  }

  @Override
  public List<Embedding> encode(List<Pixels> batch) {
    return treat(batch).stream().map(Treated::embedding).toList();
  }

  /// As [#encode], saying what became of each photo's background.
  public List<Treated> treat(List<Pixels> batch) {
    var whole = needsWhole() ? inner.encode(batch) : List.<Embedding>of();
    var small = batch.stream().map(this::reduced).toList();
    var outcomes = new ArrayList<Cutout>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      outcomes.add(
          gate.looks() && !gate.open(batch.get(i), whole.get(i))
              ? new Cutout.Kept(KeptReason.SWITCHED_OFF, "")
              : treatment.rule().cut(small.get(i), segmenter));
    }
    return joined(outcomes, whole, inner.encode(seen(batch, small, outcomes, whole.isEmpty())));
  }

  /// A large photo halved while it stays [#MARGIN] times as long as the models need it, so that
  /// mask and cut-out of a photo of any size take little memory.
  private Pixels reduced(Pixels photo) {
    int shorter = Math.min(photo.width(), photo.height());
    int by = 1;
    while (shorter >= 2 * by * MARGIN * inputSide()) {
      by *= 2;
    }
    return Resize.to(
        photo, Math.ceilDiv(photo.width(), by), Math.ceilDiv(photo.height(), by), Filter.BOX);
  }

  private boolean needsWhole() {
    return gate.looks() || treatment.blend() instanceof Blend.Fused;
  }

  /// What the inner encoder has to see: every cut-out, and the photos that are used as they are
  /// unless it has seen them already.
  private List<Pixels> seen(
      List<Pixels> batch, List<Pixels> small, List<Cutout> outcomes, boolean keptToo) {
    var seen = new ArrayList<Pixels>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      switch (outcomes.get(i)) {
        case Cutout.Cut(var mask) -> seen.add(treatment.picture(small.get(i), mask));
        case Cutout.Kept _ when keptToo -> seen.add(batch.get(i));
        case Cutout.Kept _ -> {}
      }
    }
    return seen;
  }

  private List<Treated> joined(List<Cutout> outcomes, List<Embedding> whole, List<Embedding> seen) {
    var next = seen.iterator();
    var all = new ArrayList<Treated>(outcomes.size());
    for (int i = 0; i < outcomes.size(); i++) {
      var outcome = outcomes.get(i);
      boolean kept = outcome instanceof Cutout.Kept;
      var vector = kept && !whole.isEmpty() ? whole.get(i) : next.next();
      tally.add(outcome);
      all.add(
          new Treated(
              !kept && treatment.blend() instanceof Blend.Fused(double original)
                  ? whole.get(i).mixed(vector, original, space)
                  : vector.in(space),
              outcome));
    }
    return List.copyOf(all);
  }

  @Override
  public void close() {
    try (segmenter) {
      inner.close();
    }
  }
}
