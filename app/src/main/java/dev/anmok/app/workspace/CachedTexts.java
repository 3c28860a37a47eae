package dev.anmok.app.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import java.util.List;

/// A text tower that remembers the vectors of the texts asked for last. Memory: at most
/// [#MAX_TEXTS] texts of up to [#MAX_LENGTH] characters with their vectors; longer texts are not
/// remembered.
public final class CachedTexts implements TextEncoder {
  public static final int MAX_TEXTS = 10_000;
  static final int MAX_LENGTH = 200;

  private final TextEncoder encoder;
  private final Cache<String, Embedding> vectors =
      Caffeine.newBuilder().maximumSize(MAX_TEXTS).recordStats().build();

  /// Takes the tower over and closes it in the end.
  public CachedTexts(TextEncoder encoder) {
    this.encoder = encoder;
  }

  @Override
  public VectorSpace space() {
    return encoder.space();
  }

  @Override
  public double logitScale() {
    return encoder.logitScale();
  }

  @Override
  public List<Embedding> encode(List<String> texts) {
    return texts.stream().map(this::encode).toList();
  }

  private Embedding encode(String text) {
    return text.length() > MAX_LENGTH
        ? encoder.encode(List.of(text)).getFirst()
        : vectors.get(text, key -> encoder.encode(List.of(key)).getFirst());
  }

  /// Number of texts remembered.
  public long size() {
    return vectors.estimatedSize();
  }

  /// How often a text was remembered and how often not.
  public CacheStats stats() {
    return vectors.stats();
  }

  @Override
  public void close() {
    encoder.close();
  }
}
