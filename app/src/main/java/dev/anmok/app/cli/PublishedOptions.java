package dev.anmok.app.cli;

import dev.anmok.app.workspace.PackCopy;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.onnx.DescribedPack;
import dev.anmok.onnx.ModelStore;
import dev.anmok.onnx.Publication;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which precision of a public model comes in, and which models may.
final class PublishedOptions {
  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description = "fp32, fp16 or int8, where the model has several (default: its usual one)")
  private @Nullable String variant;

  @Option(
      names = "--non-commercial",
      paramLabel = "ID",
      description = "allow this pack although its weights are not for commercial use")
  private List<String> allowed = List.of();

  boolean namesVariant() {
    return variant != null;
  }

  /// Puts packs into a store.
  PackCopy into(ModelStore store) {
    return new PackCopy(store, PhotoDecoder.open(DecodeLimits.DEFAULT), Set.copyOf(allowed));
  }

  /// The variant that was named, or the model's usual one; empty where it has none.
  ///
  /// @throws UsageException if it has others
  String variant(DescribedPack described) {
    var published = described.publication();
    if (variant == null) {
      return published.map(Publication::usual).orElse("");
    }
    if (published.isEmpty()) {
      throw new UsageException("--variant: " + described.id() + " has no variants");
    }
    var variants = published.get().variants().keySet();
    if (!variants.contains(variant)) {
      throw new UsageException(
          "--variant %s: %s has %s"
              .formatted(variant, described.id(), String.join(", ", variants)));
    }
    return variant;
  }
}
