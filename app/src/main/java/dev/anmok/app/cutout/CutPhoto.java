package dev.anmok.app.cutout;

import dev.anmok.core.cutout.KeptReason;
import dev.anmok.core.cutout.Mask;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Reason;
import java.nio.file.Path;

/// What became of one file.
public sealed interface CutPhoto {
  Path file();

  /// It was cut out.
  record Cut(Path file, Pixels photo, Mask mask) implements CutPhoto {}

  /// Its mask is not believed.
  record Kept(Path file, KeptReason reason, String detail) implements CutPhoto {}

  /// It is no picture, or could not be cut out.
  ///
  /// @param reason a stable code, for example `corrupt`
  record Rejected(Path file, String reason, String detail) implements CutPhoto {
    static Rejected of(Path file, Reason reason, String detail) {
      return new Rejected(file, reason.code(), detail);
    }
  }
}
