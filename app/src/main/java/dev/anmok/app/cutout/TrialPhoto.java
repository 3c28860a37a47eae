package dev.anmok.app.cutout;

import dev.anmok.app.source.ItemPhotosFile.ItemPhoto;
import dev.anmok.core.cutout.Cutout;
import dev.anmok.core.embed.Embedding;
import java.util.List;

/// A photo with the vectors that a trial compares, all in the plain encoder's space.
///
/// @param whole of the photo as it is
/// @param cut of its cut-out by each look; of the photo as it is where it is not cut out
/// @param maskNanos processor time of the mask
/// @param encodeNanos processor time of one vector
record TrialPhoto(
    ItemPhoto shown,
    Embedding whole,
    List<Embedding> cut,
    Cutout outcome,
    long maskNanos,
    long encodeNanos) {}
