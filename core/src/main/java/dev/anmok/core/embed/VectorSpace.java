package dev.anmok.core.embed;

import java.io.Serializable;

/// What makes two vectors comparable: the encoder, the digest of its weights, how pictures are
/// prepared, and what stands behind a cut-out. Every vector, threshold, head and index belongs to
/// one space; mixing two is an error.
///
/// @param encoder name of the model pack, for example `anmok-mini`, or `name:variant` for another
///   of its precisions
/// @param weights SHA-256 of the weights, hexadecimal
/// @param preprocessing canonical text of the image preprocessing
/// @param background [#NO_BACKGROUND] for photos as they are; else who cuts them out, by which
///   rule, on which colour, and what their vectors are made of
/// @param dimension length of the vectors, at least 1
public record VectorSpace(
    String encoder, String weights, String preprocessing, String background, int dimension)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /// The background of photos as they are.
  public static final String NO_BACKGROUND = "none";

  public VectorSpace {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension must be >= 1, was " + dimension);
    }
  }

  /// The short name under which the space is stored: the encoder's name and twelve hexadecimal
  /// digits of the SHA-256 of all the parts. A colon becomes `-`, since files are named so.
  public String id() {
    var parts = String.join("\n", encoder, weights, preprocessing, background, "" + dimension);
    return encoder.replace(':', '-') + "-" + TextDigest.brief(parts);
  }

  /// The space of the same encoder with another background.
  public VectorSpace on(String other) {
    return new VectorSpace(encoder, weights, preprocessing, other, dimension);
  }
}
