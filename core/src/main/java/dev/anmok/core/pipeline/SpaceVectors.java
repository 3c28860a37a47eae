package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// The vectors of a catalog's photos by space, for filling a space beside the one in use: photos,
/// entries and the other spaces stay as they are. Thread-safe, for writing too: a write waits for
/// the transaction under way.
public interface SpaceVectors {
  /// A photo without a vector in a space.
  ///
  /// @param number grows from photo to photo
  record Missing(long number, String sha256) {}

  /// What became of a photo.
  sealed interface Made {
    String sha256();

    /// Its vector.
    record Vector(String sha256, Embedding embedding) implements Made {}

    /// It could not be read or encoded.
    record Failed(String sha256, Reason reason, String detail) implements Made {}
  }

  /// A photo that could not be embedded in a space.
  ///
  /// @param uri the first of its places, in order of URI
  record Refused(String uri, String sha256, Reason reason, String detail) {}

  /// How far a space has come with the accepted photos.
  ///
  /// @param embedded photos with a vector
  /// @param failed photos that were tried and have none
  /// @param missing photos that were not tried
  record Progress(long embedded, long failed, long missing) {
    /// All accepted photos.
    public long photos() {
      return embedded + failed + missing;
    }
  }

  /// Stores what became of photos in one transaction, in the place of what was stored of them in
  /// this space; the ledger has those with a vector as embedded. [Catalog#photosVersion] grows only
  /// where indexes must follow: what was found in the space in use holds while another is filled.
  ///
  /// @param follow whether indexes must follow: an index of this space that was built before finds
  ///   the photos among the changed ones; so does every other index, which then writes them again
  /// @throws IllegalArgumentException if there is no such photo, or a vector is of another space
  void store(VectorSpace space, List<Made> made, boolean follow) throws IOException;

  /// Accepted photos without a vector in a space, in order of their numbers.
  ///
  /// @param failed whether photos that failed are among them
  /// @param after only photos of a greater number
  /// @param limit at most so many
  List<Missing> missing(VectorSpace space, boolean failed, long after, int limit)
      throws IOException;

  /// Where the bytes of a photo lie, in order of URI.
  List<String> places(String sha256) throws IOException;

  /// How far a space has come.
  Progress progress(VectorSpace space) throws IOException;

  /// The photos that could not be embedded in a space, in order of their numbers. Must be closed.
  Stream<Refused> failures(VectorSpace space) throws IOException;

  /// Takes a space out with its vectors, its part of the ledger and its categories. It is done in
  /// several transactions: one that is killed leaves a part, and can be begun again.
  ///
  /// @param progress told how many photos were gone through
  void drop(VectorSpace space, LongConsumer progress) throws IOException;
}
