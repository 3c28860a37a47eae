package dev.anmok.sqlite;

import dev.anmok.core.pipeline.CaptionsContract;
import dev.anmok.core.pipeline.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteCaptionsTest implements CaptionsContract {
  @TempDir Path folder;

  @Override
  public Catalog open() throws IOException {
    return SqliteCatalog.open(folder.resolve("catalog.db"));
  }
}
