package dev.anmok.app.album;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/// A list whose elements are made when they are read, so that a long answer is never held as a
/// tree.
///
/// @param <S> what is held
/// @param <T> what is read
final class Rows<S, T> extends AbstractList<T> {
  private final List<S> held;
  private final Function<S, T> row;

  Rows(List<S> held, Function<S, T> row) {
    this.held = held;
    this.row = row;
  }

  @Override
  public T get(int index) {
    return row.apply(held.get(index));
  }

  @Override
  public int size() {
    return held.size();
  }
}
