package dev.anmok.core.pipeline;

final class MemoryVectorsTest implements VectorsContract {
  @Override
  public Catalog open() {
    return new MemoryCatalog();
  }
}
