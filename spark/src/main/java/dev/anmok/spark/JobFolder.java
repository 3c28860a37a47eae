package dev.anmok.spark;

import dev.anmok.app.table.TableLedger;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.jspecify.annotations.Nullable;

/// The job's folder in any file system that Hadoop reaches and all nodes share. What it writes gets
/// its name once it is whole.
///
/// @param uri of the folder, absolute
public record JobFolder(String uri) implements TableLedger.Files, Serializable {
  private static final long serialVersionUID = 1;
  private static final String DRAFTS = "drafts";
  private static @Nullable Configuration configuration;

  /// A folder as people name it: a path of this machine, or a URI such as `hdfs://host/photos`.
  public static JobFolder of(String named) {
    boolean schemed = named.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    // Not toUri(): Hadoop takes a text as it stands, "%20" for three characters.
    return new JobFolder(
        schemed ? named : "file://" + java.nio.file.Path.of(named).toAbsolutePath().normalize());
  }

  @Override
  public byte[] read(String name) throws IOException {
    try (var in = files().open(path(name))) {
      return in.readAllBytes();
    }
  }

  @Override
  public Map<String, Long> lengths(String folder) throws IOException {
    var lengths = new HashMap<String, Long>();
    for (var file : list(folder)) {
      if (file.isFile()) {
        lengths.put(file.getPath().getName(), file.getLen());
      }
    }
    return lengths;
  }

  /// The names of what lies in the folder itself; empty if it does not exist.
  List<String> names() throws IOException {
    return Arrays.stream(list("")).map(file -> file.getPath().getName()).sorted().toList();
  }

  private FileStatus[] list(String folder) throws IOException {
    try {
      return files().listStatus(path(folder));
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
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
    try {
      var files = path("").getFileSystem(configuration());
      files.setWriteChecksum(false); // every file's digest is in the ledger
      files.setVerifyChecksum(false);
      return files;
    } catch (RuntimeException e) { // of an address that is none, a host or a kind that is unknown
      throw new IOException(this + ": no folder that Hadoop reaches: " + e.getMessage(), e);
    }
  }

  /// Hadoop's settings, read by the first that needs them: to read them for each file takes longer
  /// than to look for it.
  private static synchronized Configuration configuration() {
    if (configuration == null) {
      var environment = SparkEnv.get();
      var settings = environment == null ? new SparkConf() : environment.conf();
      configuration = SparkHadoopUtil.get().newConfiguration(settings);
    }
    return configuration;
  }

  @Override
  public String toString() {
    var shown = uri.startsWith("file:///") ? uri.substring("file://".length()) : uri;
    return shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
  }
}
