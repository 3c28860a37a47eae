package dev.anmok.core.pipeline;

final class MemoryCatalogTest implements CatalogContract {
  @Override
  public Catalog open() {
    return new MemoryCatalog();
  }
}
