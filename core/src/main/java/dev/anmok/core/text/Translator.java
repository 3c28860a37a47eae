package dev.anmok.core.text;

import java.util.List;

/// Translates short texts, such as search queries. Implementations are thread-safe. Languages are
/// ISO 639-1 codes.
public interface Translator extends AutoCloseable {
  /// Who translates, for logs and caches.
  String id();

  /// Translates each text by itself, in the order given. What goes wrong is a value; no call takes
  /// longer than the implementation states.
  List<Translation> translate(List<String> texts, String from, String to);

  @Override
  void close();
}
