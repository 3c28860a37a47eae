package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.image.Reason;
import dev.anmok.core.quality.BlurMeasure;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What became of one source photo.
public sealed interface Outcome {
  /// Decoded, measured and embedded now.
  record Processed(Photo photo, Embedding embedding) implements Outcome {
    /// The stages that are behind the photo.
    public Set<Stage> stages() {
      if (photo.detailOrNull() == null) {
        return Stages.WITHOUT_DETAIL;
      }
      boolean net = photo.detailOrNull().blur().has(BlurMeasure.BDNET);
      return net ? Set.of(Stage.values()) : Stages.WITHOUT_NET;
    }
  }

  /// Decoded again for what it lacked, [Photo#detail()] and when it was taken; measures and
  /// embedding are in the catalog and stay.
  record Detailed(Photo photo) implements Outcome {}

  /// The same bytes were already in the catalog, complete for this space; only the URI is new.
  record Known(String sha256) implements Outcome {}

  /// No picture came of it. The digest is null where no bytes could be read.
  record Rejected(@Nullable String sha256OrNull, Reason reason, String detail) implements Outcome {
    public Optional<String> sha256() {
      return Optional.ofNullable(sha256OrNull);
    }
  }
}
