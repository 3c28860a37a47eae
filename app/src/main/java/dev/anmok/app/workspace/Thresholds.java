package dev.anmok.app.workspace;

import dev.anmok.app.profile.Profile;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.score.ContrastLens;
import dev.anmok.core.score.Threshold;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;

/// Finds the threshold that is valid for a lens in a space, with its pooling and prompts: one given
/// by hand, else the one that `tune --save` stored in the workspace, else the one that came with
/// the model pack, else the profile's published one.
public final class Thresholds {
  private Thresholds() {}

  /// No threshold is known for this lens in this space.
  public static final class UnknownThresholdException extends IOException {
    UnknownThresholdException(String message) {
      super(message);
    }
  }

  /// The threshold to use.
  ///
  /// @throws UnknownThresholdException if there is none for this space, pooling and these prompts
  public static Threshold resolve(
      Catalog catalog, Profile profile, ModelPack pack, OptionalDouble byHand) throws IOException {
    var lens = profile.lens();
    var space = pack.space();
    if (byHand.isPresent()) {
      return threshold(lens, space, byHand.getAsDouble(), "given by hand");
    }
    var tuned = catalog.setting(key(lens, space));
    if (tuned.isPresent()) {
      return threshold(lens, space, Double.parseDouble(tuned.get()), "tuned on this workspace");
    }
    var shipped = pack.calibration(lens.name());
    if (shipped.isPresent()
        && shipped.get().pooling().equals(lens.pooling().code())
        && shipped.get().prompts().equals(lens.prompts().digest())) {
      return threshold(lens, space, shipped.get().value("threshold"), "shipped with " + pack.id());
    }
    if (profile.publishedThreshold().isPresent()) {
      return threshold(
          lens,
          space,
          profile.publishedThreshold().getAsDouble(),
          "as published, found for another encoder");
    }
    throw new UnknownThresholdException(
        String.format(
            Locale.ROOT,
            "no threshold is known for lens '%s' with pooling %s and these prompts in space %s:"
                + " run 'anmok tune %s --save', or give --threshold",
            lens.name(),
            lens.pooling().code(),
            space.id(),
            lens.name()));
  }

  /// Stores a tuned threshold in the workspace.
  public static void save(
      Catalog catalog, Threshold threshold, ContrastLens lens, VectorSpace space)
      throws IOException {
    catalog.set(key(lens, space), Double.toString(threshold.value()));
  }

  /// A threshold that belongs to a lens and a space.
  public static Threshold threshold(
      ContrastLens lens, VectorSpace space, double value, String origin) {
    return new Threshold(value, space.id(), lens.pooling(), lens.prompts().digest(), origin);
  }

  private static String key(ContrastLens lens, VectorSpace space) {
    return String.join(
        "/", "threshold", lens.name(), space.id(), lens.pooling().code(), lens.prompts().digest());
  }
}
