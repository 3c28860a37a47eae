package dev.anmok.core.pipeline;

final class MemoryDecisionsTest implements DecisionsContract {
  @Override
  public Catalog open() {
    return new MemoryCatalog();
  }
}
