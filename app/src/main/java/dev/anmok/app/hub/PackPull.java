package dev.anmok.app.hub;

import dev.anmok.app.workspace.PackCopy;
import dev.anmok.onnx.DescribedPack;
import dev.anmok.onnx.PublishedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/// Pulls a described model from a hub into a store. Files gather in a hidden folder of the store,
/// where a later pull goes on; the pack is put together and verified there, and moved to its place
/// as a whole.
///
/// @param hub where from
/// @param proxyOrNull an HTTP proxy to go through
/// @param copy where to, and which packs may come in
/// @param limits how long is tried
/// @param meter told what came
public record PackPull(
    Hub hub, @Nullable HttpHost proxyOrNull, PackCopy copy, PullLimits limits, PullMeter meter) {
  /// Files that are pulled side by side.
  static final int PARALLEL = 3;

  /// Which of a model's packs is wanted.
  ///
  /// @param variant one that the description has
  /// @param revision another than the description's
  public record Wanted(DescribedPack described, String variant, Optional<String> revision) {
    List<PublishedFile> files() throws IOException {
      var publication =
          described
              .publication()
              .orElseThrow(() ->
                  new IOException(
                      described.id()
                          + " is on no hub: get its file and say: anmok models add FILE --as "
                          + described.id()));
      if (!publication.byHand().isEmpty()) {
        throw new IOException(described.id() + " cannot be pulled: " + publication.byHand());
      }
      return publication.files(variant).stream()
          .map(file -> revision.isEmpty() ? file : file.at(revision.get()))
          .toList();
    }

    String id() {
      return described.id(variant);
    }
  }

  /// Pulls, verifies and adds a pack. One that is there already is verified.
  ///
  /// @throws IOException in one line, if a file does not come or is not what it must be, the
  ///   licence forbids it, or the pack does not verify
  public PackCopy.Added pull(Wanted wanted) throws IOException {
    var files = wanted.files();
    copy.requireAllowed(wanted.id(), wanted.described().licence());
    var models = copy.store().directory();
    if (Files.exists(models.resolve(wanted.id()))) {
      return copy.present(wanted.id());
    }
    Files.createDirectories(models);
    var gathering = models.resolve(".pull-" + wanted.id());
    try (var _ = lock(models.resolve(".pull-" + wanted.id() + ".lock"))) {
      Files.createDirectories(gathering);
      var found = fetch(files, gathering);
      wanted.described().settle(wanted.variant(), gathering);
      var added = copy.adopt(gathering);
      Pins.in(models).keep(found);
      return added;
    }
  }

  /// Held while a pull is under way, released with the process at the latest.
  private static FileChannel lock(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException _) {
      // another thread of this process has it
    }
    channel.close();
    throw new IOException(file + " is held: the same model is being pulled already");
  }

  private Map<PublishedFile, String> fetch(List<PublishedFile> files, Path gathering)
      throws IOException {
    var pins = Pins.in(copy.store().directory());
    var expected = new HashMap<PublishedFile, String>();
    for (var file : files) {
      pins.expected(file).ifPresent(sha256 -> expected.put(file, sha256));
    }
    try (var client = new HubClient(hub, proxyOrNull, limits.patience());
        var threads = Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
      var download = new Download(client, gathering, limits, new PullCount(meter));
      var under = new ArrayList<Future<String>>();
      for (var file : files) {
        under.add(threads.submit(() -> download.fetch(file, expected.get(file))));
      }
      var found = new HashMap<PublishedFile, String>();
      try {
        for (int i = 0; i < files.size(); i++) {
          found.put(files.get(i), await(under.get(i)));
        }
      } catch (IOException | RuntimeException e) {
        client.stop();
        threads.shutdownNow();
        throw e;
      }
      return found;
    }
  }

  private static String await(Future<String> file) throws IOException {
    try {
      return file.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw new IOException(io.getMessage(), io);
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
