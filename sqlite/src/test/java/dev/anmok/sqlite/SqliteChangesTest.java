package dev.anmok.sqlite;

import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.ChangesContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteChangesTest implements ChangesContract {
  @TempDir Path folder;

  @Override
  public Catalog open() throws IOException {
    return SqliteCatalog.open(folder.resolve("catalog.db"));
  }
}
