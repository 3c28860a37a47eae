package dev.anmok.app.review;

import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a method of the machine says of photos. Thread-safe.
public interface Opinions {
  /// What it says of one photo.
  ///
  /// @param sha256 the photo's digest
  /// @param opinionOrNull null if the photo lacks what the method looks at
  record Said(String sha256, @Nullable Opinion opinionOrNull) {}

  /// What people may say about the same.
  Answers answers();

  /// Name of the method.
  String method();

  /// Names the method with all its thresholds: 12 hexadecimal digits. It is another one as soon as
  /// any verdict could be.
  String version();

  /// What it says of one photo; empty if the photo lacks what the method looks at.
  Optional<Opinion> of(Photo photo) throws IOException;

  /// What it says of every accepted photo, in no particular order, of some perhaps more than once.
  /// The stream must be closed; it is read on the thread that asked for it.
  Stream<Said> all(Reviews reviews) throws IOException;

  /// The subject's stable name.
  default String subject() {
    return answers().subject().code();
  }
}
