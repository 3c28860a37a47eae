package dev.anmok.core.pipeline;

import dev.anmok.core.image.Reason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// How much a catalog holds.
///
/// @param items number of items
/// @param accepted URIs that gave a picture
/// @param photos distinct photos (by digest) among them
/// @param detailed how many of these are measured at native resolution, under
///   [dev.anmok.core.quality.Detail#DEFINITION]
/// @param rejected URIs that gave none, by reason
/// @param embeddings number of embeddings by id of their space
/// @param sizeBytes length of the catalog's files
public record Counts(
    long items,
    long accepted,
    long photos,
    long detailed,
    Map<Reason, Long> rejected,
    Map<String, Long> embeddings,
    long sizeBytes) {
  public Counts {
    var byReason = new EnumMap<Reason, Long>(Reason.class);
    byReason.putAll(rejected);
    rejected = Collections.unmodifiableMap(byReason);
    embeddings = Collections.unmodifiableMap(new LinkedHashMap<>(embeddings));
  }
}
