package dev.anmok.core.embed;

import java.io.IOException;

/// What is done to photos before a picture tower sees them. The vectors then live in a space of
/// their own.
public interface PhotoTreatment {
  /// Nothing: photos are embedded as they are.
  PhotoTreatment NONE =
      new PhotoTreatment() {
        @Override
        public String background() {
          return VectorSpace.NO_BACKGROUND;
        }

        @Override
        public ImageEncoder over(ImageEncoder inner) {
          return inner;
        }
      };

  /// The background of the space that it makes ([VectorSpace#background]).
  String background();

  /// The encoder with the treatment before it; takes the inner encoder over, and closes it if this
  /// fails. Its space is the inner one's on [#background()].
  ImageEncoder over(ImageEncoder inner) throws IOException;
}
