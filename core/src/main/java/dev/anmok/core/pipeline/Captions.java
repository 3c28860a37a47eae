package dev.anmok.core.pipeline;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What captioners said of a catalog's photos, one caption a photo and model. Thread-safe, for
/// writing too: a write waits for the transaction under way.
public interface Captions {
  /// A photo that a model has not captioned.
  ///
  /// @param number grows from photo to photo
  /// @param uri the first of its places, in order of URI
  record Missing(long number, String sha256, String uri) {}

  /// How far a model has come with the accepted photos.
  ///
  /// @param said photos with a caption
  /// @param failed photos that gave none
  /// @param missing photos that it has not seen
  record Progress(long said, long failed, long missing) {}

  /// Stores captions in one transaction, in the place of those of the same photo and model. Where
  /// that changes what a photo's captions say, an index must follow.
  ///
  /// @throws IllegalArgumentException if there is no such photo
  void store(List<StoredCaption> captions) throws IOException;

  /// The caption of a photo by a model, if it was tried.
  Optional<StoredCaption> of(String sha256, String model) throws IOException;

  /// What all models together say of photos, by digest, in order of the models' names, one line
  /// each and no line twice; photos without captions are left out.
  Map<String, String> texts(Collection<String> sha256s) throws IOException;

  /// Accepted photos that a model has not seen, in order of their numbers.
  ///
  /// @param failed whether photos that failed are to be tried again
  /// @param after only photos of a greater number
  /// @param limit at most so many
  List<Missing> missing(String model, boolean failed, long after, int limit) throws IOException;

  /// How far a model has come.
  Progress progress(String model) throws IOException;
}
