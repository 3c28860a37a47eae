package dev.anmok.core.pipeline;

final class MemoryReviewsTest implements ReviewsContract {
  @Override
  public Catalog open() {
    return new MemoryCatalog();
  }
}
