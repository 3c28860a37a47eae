package dev.anmok.core.curate;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.score.ContrastScore;

/// A readable photo of an item, ready to be judged.
///
/// @param uri where it lies
/// @param sha256 hexadecimal digest of its bytes
/// @param measures what its pixels say
/// @param embedding its vector
/// @param score what the lens says of it
public record Candidate(
    String uri, String sha256, Measures measures, Embedding embedding, ContrastScore score) {}
