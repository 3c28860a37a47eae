package dev.anmok.core.pipeline;

final class MemoryCategoriesTest implements CategoriesContract {
  @Override
  public Catalog open() {
    return new MemoryCatalog();
  }
}
