package dev.anmok.core.embed;

import java.util.List;

/// A text encoder whose vectors are declared to belong to another space of the same towers: that of
/// pictures which were treated before the picture tower saw them. Texts have no background, so
/// their vectors are the same numbers; this is the one place where they are said to be comparable.
public final class TextsInSpace implements TextEncoder {
  private final TextEncoder inner;
  private final VectorSpace space;

  private TextsInSpace(TextEncoder inner, VectorSpace space) {
    this.inner = inner;
    this.space = space;
  }

  /// The encoder with its vectors in a space; the encoder itself if that is its own.
  ///
  /// @throws IllegalArgumentException if the spaces differ in more than the background
  public static TextEncoder of(TextEncoder inner, VectorSpace space) {
    if (!inner.space().on(space.background()).equals(space)) {
      throw new IllegalArgumentException(
          "texts of %s cannot be said to be in %s".formatted(inner.space().id(), space.id()));
    }
    return inner.space().equals(space) ? inner : new TextsInSpace(inner, space);
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public double logitScale() {
    return inner.logitScale();
  }

  @Override
  public List<Embedding> encode(List<String> texts) {
    return inner.encode(texts).stream().map(embedding -> embedding.in(space)).toList();
  }

  @Override
  public void close() {
    inner.close();
  }
}
