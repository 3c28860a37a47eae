package dev.anmok.spark;

import dev.anmok.app.table.TableLedger;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/// The job's folder in any file system that Hadoop reaches and all nodes share. What it writes gets
/// its name once it is whole.
///
/// @param uri of the folder, absolute
public record JobFolder(String uri) implements TableLedger.Files, Serializable {
  private static final long serialVersionUID = 1;
  private static final String DRAFTS = "drafts";

  /// A folder as people name it: a path of this machine, or a URI such as `hdfs://host/photos`.
  public static JobFolder of(String named) {
    boolean schemed = named.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    return new JobFolder(
        schemed ? named : java.nio.file.Path.of(named).toAbsolutePath().normalize().toUri() + "");
  }

  @Override
  public byte[] read(String name) throws IOException {
    try (var in = files().open(path(name))) {
      return in.readAllBytes();
    }
  }

  /// Whether there is a file of a name.
  public boolean exists(String name) throws IOException {
    return files().exists(path(name));
  }

  @Override
  public long length(String name) throws IOException {
    try {
      return files().getFileStatus(path(name)).getLen();
    } catch (FileNotFoundException e) {
      return -1;
    }
  }

  /// The names of what lies in the folder itself; empty if it does not exist.
  public List<String> names() throws IOException {
    try {
      return Arrays.stream(files().listStatus(path("")))
          .map(file -> file.getPath().getName())
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return new ArrayList<>();
    }
  }

  /// Writes a file nobody takes for finished.
  ///
  /// @return its name
  String draft(byte[] content) throws IOException {
    var name = DRAFTS + "/" + UUID.randomUUID();
    try (var out = files().create(path(name), false)) {
      out.write(content);
    }
    return name;
  }

  /// Gives a draft its name; what had it before is gone.
  void publish(String draft, String name) throws IOException {
    var files = files();
    var to = path(name);
    files.mkdirs(to.getParent());
    files.delete(to, false);
    if (!files.rename(path(draft), to)) {
      throw new IOException(to + ": " + path(draft) + " could not be renamed to it");
    }
  }

  /// Writes a file that is there whole or not at all.
  void put(String name, byte[] content) throws IOException {
    publish(draft(content), name);
  }

  void delete(String name) throws IOException {
    files().delete(path(name), true);
  }

  void deleteDrafts() throws IOException {
    delete(DRAFTS);
  }

  private Path path(String name) {
    return name.isEmpty() ? new Path(uri) : new Path(new Path(uri), name);
  }

  private FileSystem files() throws IOException {
    var files = path("").getFileSystem(configuration());
    files.setWriteChecksum(false); // every file's digest is in the ledger
    files.setVerifyChecksum(false);
    return files;
  }

  private static Configuration configuration() {
    var environment = SparkEnv.get();
    var settings = environment == null ? new SparkConf() : environment.conf();
    return SparkHadoopUtil.get().newConfiguration(settings);
  }

  @Override
  public String toString() {
    var shown = uri.startsWith("file:///") ? uri.substring("file://".length()) : uri;
    return shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
  }
}
