package dev.anmok.core.curate;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A photo of an album with all that the album's questions need to know of it.
///
/// @param uri where it lies, or the name it was sent under
/// @param sha256 hexadecimal digest of its bytes
/// @param bytes length of the file
/// @param facts what the file says of itself
/// @param measures what its pixels say
/// @param detailOrNull what they say at native resolution; null where that was not measured
/// @param embedding its vector
public record AlbumPhoto(
    String uri,
    String sha256,
    long bytes,
    ImageFacts facts,
    Measures measures,
    @Nullable Detail detailOrNull,
    Embedding embedding) {
  public Optional<Detail> detail() {
    return Optional.ofNullable(detailOrNull);
  }
}
