package dev.anmok.core.curate;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.score.ContrastScore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A readable photo of an item, ready to be judged.
///
/// @param uri where it lies
/// @param sha256 hexadecimal digest of its bytes
/// @param facts what the file says of itself
/// @param measures what its pixels say
/// @param detailOrNull what they say at native resolution; null where that was not measured
/// @param embedding its vector
/// @param score what the lens says of it
public record Candidate(
    String uri,
    String sha256,
    ImageFacts facts,
    Measures measures,
    @Nullable Detail detailOrNull,
    Embedding embedding,
    ContrastScore score) {
  public Optional<Detail> detail() {
    return Optional.ofNullable(detailOrNull);
  }
}
