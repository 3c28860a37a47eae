package dev.anmok.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.table.FinishedPart;
import dev.anmok.app.table.TableJob;
import dev.anmok.core.pipeline.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be indexed is said in one line before a cluster is asked.
class IndexInputTest {
  @TempDir Path folder;
  private Path table = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void oneLineTable() throws IOException {
    var manifest = Files.writeString(folder.resolve("m.csv"), "uri,item\nnothing.jpg,a\n");
    table = folder.resolve("table");
    var made =
        Job.of("--manifest", manifest, "--profile", "cafe", "--out", table, "--master", "local[1]");
    assertThat(made.exit()).as(made.err()).isZero();
    index = settings("addresses: [\"http://127.0.0.1:1\"]");
  }

  private Path settings(String lines) throws IOException {
    return Files.writeString(folder.resolve("index.yml"), "kind: opensearch\n" + lines + "\n");
  }

  private void last(int exit, String... parts) {
    var run = IndexJob.of(table, index, 0);
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.lines().getLast()).startsWith("anmok: ").contains(parts);
  }

  @Test
  void aTableThatIsNotFinishedOrOfAnotherSchemaIsNamed() throws IOException {
    var photos = table.resolve(FinishedPart.photosFile(0));
    var ledger = table.resolve(FinishedPart.ledgerFile(0));
    var word = FinishedPart.parse("", Files.readAllBytes(ledger));
    Program.run("export", "--to", folder.resolve("flat.parquet"), "--workspace", other());
    var flat = Files.readAllBytes(folder.resolve("flat.parquet"));
    Files.write(photos, flat);
    last(1, photos.toString(), "damaged: it is not as long as the ledger says");
    var digest = Photo.digest(flat);
    Files.write(ledger, new FinishedPart(0, word.sliceSha256(), 1, 1, flat.length, digest).json());
    last(1, photos.toString(), "of another schema: there is no column 'row'");
    Files.delete(ledger);
    last(1, table.toString(), "1 of 1 parts are not finished");
    Files.delete(table.resolve(TableJob.FILE));
    last(1, table.toString(), "no table there");
  }

  private Path other() {
    var workspace = folder.resolve("workspace");
    Program.run("import", "--parquet", table, "--no-index", "--workspace", workspace);
    return workspace;
  }

  @Test
  void wrongSettingsAndAClusterThatIsDownAreOneLine() throws IOException {
    last(1, "127.0.0.1:1", "cannot be reached");
    settings("addresses: [\"http://127.0.0.1:1\"]\nuser: someone");
    last(1, "ANMOK_OPENSEARCH_PASSWORD");
    settings("addresses: [\"http://127.0.0.1:1\"]\nshard: 1");
    last(1, index.toString(), "unknown key 'shard'");
    Files.writeString(index, "kind: lucene\n");
    last(2, index.toString(), "expected kind: opensearch");
    Files.delete(index);
    last(2, index.toString(), "there is no such file");
  }
}
