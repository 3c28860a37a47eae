package dev.anmok.core.pipeline;

final class MemoryChangesTest implements ChangesContract {
  @Override
  public Catalog open() {
    return new MemoryCatalog();
  }
}
