package dev.anmok.sqlite;

import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.CategoriesContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteCategoriesTest implements CategoriesContract {
  @TempDir Path folder;

  @Override
  public Catalog open() throws IOException {
    return SqliteCatalog.open(folder.resolve("catalog.db"));
  }
}
