package dev.anmok.sqlite;

import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.DecisionsContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteDecisionsTest implements DecisionsContract {
  @TempDir Path folder;

  @Override
  public Catalog open() throws IOException {
    return SqliteCatalog.open(folder.resolve("catalog.db"));
  }
}
