package dev.anmok.core.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What happened to the hits of searches. Thread-safe, for writing too: a write waits for the
/// transaction under way. Streams must be closed and read on the thread that asked for them; one
/// that fails half-way throws [java.io.UncheckedIOException]. No index follows it.
///
/// The same kind for the same answer, person, shop, item and photo is stored once, however often it
/// is sent. Of a like and a dislike of the same, and of two right categories, the one with the
/// later time stands.
public interface FeedbackLog {
  /// Stores what happened, in one transaction.
  ///
  /// @return how many of them changed anything
  /// @throws IllegalArgumentException if an item or a photo is not known; nothing is stored then
  int store(List<Feedback> feedback) throws IOException;

  /// The last clicks, likes and dislikes of a person, or at a shop whoever the person was; newest
  /// first.
  ///
  /// @param most how many at most
  List<Feedback> recent(FeedbackOwner owner, int most) throws IOException;

  /// Everything by its owner, who is the person or, where there is none, the shop: the rows of one
  /// owner stand together, in order of time. Rows without either are left out.
  Stream<Feedback> byOwner() throws IOException;

  /// Everything by the answer that it belongs to: the rows of one answer stand together. Those
  /// without an answer come first.
  Stream<Feedback> byAnswer() throws IOException;

  /// How often each kind stands; kinds that do not are left out.
  Map<FeedbackKind, Long> counts() throws IOException;

  /// Takes everything out that a person did, for good: when it returns, their id is in no file of
  /// the catalog, unless somebody has been reading an older state all the while; then it is gone
  /// when the catalog is closed.
  ///
  /// @return how many rows there were
  long forget(String person) throws IOException;

  /// Takes out what happened before a time; owners of whom nothing is left go too, as in [#forget].
  ///
  /// @return how many rows there were
  long forgetBefore(Instant time) throws IOException;
}
