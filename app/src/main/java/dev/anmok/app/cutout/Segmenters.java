package dev.anmok.app.cutout;

import dev.anmok.codec.GrabCutSegmenter;
import dev.anmok.core.cutout.Segmenter;
import dev.anmok.onnx.ModelStore;
import java.io.IOException;

/// The segmenters that can be chosen: the cut-out packs of a store, and GrabCut, which needs none.
///
/// @param store where the packs are
public record Segmenters(ModelStore store) {
  /// The name of the one without a model.
  public static final String GRABCUT = GrabCutSegmenter.NAME;

  /// The one to use where nobody chose: the first pack, else GrabCut.
  public String preferred() throws IOException {
    var packs = store.cutouts();
    return packs.isEmpty() ? GRABCUT : packs.getFirst().id();
  }

  /// The id of a segmenter ([Segmenter#id]) without loading it.
  ///
  /// @throws IOException if there is no such pack, saying how to add one, or it is broken
  public String id(String model) throws IOException {
    return model.equals(GRABCUT)
        ? GrabCutSegmenter.segmenterId()
        : store.cutout(model).segmenterId();
  }

  /// Loads a segmenter; the caller closes it.
  ///
  /// @throws IOException if there is no such pack, or it does not answer as it should
  public Segmenter open(String model) throws IOException {
    return model.equals(GRABCUT) ? GrabCutSegmenter.open() : store.cutout(model).segmenter();
  }
}
