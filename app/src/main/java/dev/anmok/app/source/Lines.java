package dev.anmok.app.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
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
    var records1 = Spliterators.spliteratorUnknownSize(explained, Spliterator.ORDERED);
    return StreamSupport.stream(records1, false).onClose(() -> close(reader));
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
