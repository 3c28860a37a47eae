package dev.anmok.core.pipeline;

final class MemoryFeedbackTest implements FeedbackContract {
  @Override
  public Catalog open() {
    return new MemoryCatalog();
  }
}
