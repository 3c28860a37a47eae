package dev.anmok.core.image;

/// Says in words what pictures show. Implementations are thread-safe.
public interface Captioner extends AutoCloseable {
  /// Who captions; kept with each caption.
  String id();

  /// Language of the captions, as an ISO 639-1 code.
  String language();

  /// Pixels that the shorter side of a picture should have at least.
  int inputSide();

  /// Captions one picture. What goes wrong is a value.
  Caption caption(Pixels picture);

  @Override
  void close();
}
