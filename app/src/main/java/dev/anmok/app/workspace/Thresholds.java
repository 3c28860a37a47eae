package dev.anmok.app.workspace;

import dev.anmok.app.profile.BoundThreshold;
import dev.anmok.app.profile.Profile;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.score.ContrastLens;
import dev.anmok.core.score.Threshold;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Finds the threshold that is valid for a lens in a space, with its pooling and prompts: one given
/// by hand, else the one that was saved in the workspace and so measured on its photos, else the
/// profile's own for exactly this space, else the one that came with the model pack, else the
/// profile's published one. The origin says where a profile's own one gives way or does not fit.
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
    var own = profile.thresholdIn(space.id());
    var tuned = catalog.setting(key(lens, space));
    if (tuned.isPresent()) {
      double value = Double.parseDouble(tuned.get());
      return threshold(lens, space, value, "tuned on this workspace" + givesWay(own, value));
    }
    if (own.isPresent()) {
      return threshold(lens, space, own.getAsDouble(), "of the profile, for this space");
    }
    var note = elsewhere(profile);
    var shipped = pack.calibration(lens.name());
    if (shipped.isPresent()
        && shipped.get().pooling().equals(lens.pooling().code())
        && shipped.get().prompts().equals(lens.prompts().digest())) {
      var origin = "shipped with " + pack.id() + note;
      return threshold(lens, space, shipped.get().value("threshold"), origin);
    }
    if (profile.publishedThreshold().isPresent()) {
      return threshold(
          lens,
          space,
          profile.publishedThreshold().getAsDouble(),
          "as published, found for another encoder" + note);
    }
    throw new UnknownThresholdException(
        String.format(
            Locale.ROOT,
            "no threshold is known for lens '%s' with pooling %s and these prompts in space %s:"
                + " run 'anmok tune %s --save', or give --threshold%s",
            lens.name(),
            lens.pooling().code(),
            space.id(),
            lens.name(),
            note));
  }

  private static String givesWay(OptionalDouble own, double value) {
    return own.isPresent() && own.getAsDouble() != value
        ? String.format(
            Locale.ROOT, "; the profile's own, %.4f, gives way to it", own.getAsDouble())
        : "";
  }

  /// Says that a profile has thresholds, but none for this space, pooling and prompts.
  private static String elsewhere(Profile profile) {
    return profile.thresholds().isEmpty()
        ? ""
        : "; the profile's own are for another space or other prompts: "
            + profile.thresholds().stream()
                .map(BoundThreshold::space)
                .collect(Collectors.joining(", "));
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
