package dev.anmok.core.pipeline;

import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Measures;

/// A photo that was decoded, identified by its bytes.
///
/// @param sha256 hexadecimal digest of its bytes
/// @param bytes length of the file
/// @param facts what the file says of itself
/// @param measures what its pixels say
public record Photo(String sha256, long bytes, ImageFacts facts, Measures measures) {}
