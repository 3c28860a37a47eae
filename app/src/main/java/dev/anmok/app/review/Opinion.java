package dev.anmok.app.review;

import dev.anmok.core.pipeline.MachineVerdict;

/// What the machine says of a photo, and how sure of it it is.
public sealed interface Opinion permits BlurOpinion, CategoryOpinion {
  /// What it says, as it is stored.
  MachineVerdict machine();

  /// Whether a person has to see the photo.
  boolean uncertain();

  /// How unsure it is of a photo that a person has to see: 0 the least sure; infinite where there
  /// is no measure of that.
  double distance();
}
