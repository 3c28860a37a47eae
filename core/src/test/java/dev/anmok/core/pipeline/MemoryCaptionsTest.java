package dev.anmok.core.pipeline;

final class MemoryCaptionsTest implements CaptionsContract {
  @Override
  public Catalog open() {
    return new MemoryCatalog();
  }
}
