package dev.anmok.app.source;

import dev.anmok.core.pipeline.Source;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Streams over a parser's records, with the parser's failures explained and its reader closed.
final class Lines {
  private Lines() {}

  static <T> Stream<T> stream(
      Iterator<T> records,
      Closeable reader,
      Function<RuntimeException, UncheckedIOException> explain) {
    var explained = new Explained<>(records, explain);
    var spliterator = Spliterators.spliteratorUnknownSize(explained, Spliterator.ORDERED);
    return StreamSupport.stream(spliterator, false).onClose(() -> close(reader));
  }

  /// Reads a manifest once to its end.
  static OptionalLong count(Source manifest) throws IOException {
    try (var photos = manifest.photos()) {
      return OptionalLong.of(photos.count());
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private static void close(Closeable reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Explained<T>(
      Iterator<T> records, Function<RuntimeException, UncheckedIOException> explain)
      implements Iterator<T> {
    @Override
    public boolean hasNext() {
      try {
        return records.hasNext();
      } catch (RuntimeException e) {
        throw explain.apply(e);
      }
    }

    @Override
    public T next() {
      try {
        return records.next();
      } catch (java.util.NoSuchElementException e) {
        throw e;
      } catch (RuntimeException e) {
        throw explain.apply(e);
      }
    }
  }
}
