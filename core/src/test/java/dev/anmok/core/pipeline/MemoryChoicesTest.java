package dev.anmok.core.pipeline;

final class MemoryChoicesTest implements ChoicesContract {
  @Override
  public Catalog open() {
    return new MemoryCatalog();
  }
}
