package dev.anmok.app.hub;

import dev.anmok.app.workspace.PackCopy;
import dev.anmok.onnx.DescribedPack;
import dev.anmok.onnx.PublishedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
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

  /// Pulls, verifies and adds a pack. One that is there already is verified, unless another
  /// revision is wanted: which one it is of nobody knows any more.
  ///
  /// @throws IOException in one line, if a file does not come or is not what it must be, the
  ///   licence forbids it, or the pack does not verify
  public PackCopy.Added pull(Wanted wanted) throws IOException {
    var files = wanted.files();
    copy.requireAllowed(wanted.id(), wanted.described().licence());
    var models = copy.store().directory();
    if (Files.exists(models.resolve(wanted.id()))) {
      if (wanted.revision().isPresent()) {
        throw new IOException(
            "%s is there already: remove it first to pull the revision %s"
                .formatted(models.resolve(wanted.id()), wanted.revision().get()));
      }
      return copy.present(wanted.id());
    }
    Files.createDirectories(models);
    var lock = models.resolve(".pull-" + wanted.id() + ".lock");
    try (var _ =
        HeldFile.tryToHold(lock)
            .orElseThrow(
                () -> new IOException(lock + " is held: the same model is being pulled already"))) {
      var coming = coming(files);
      var gathering = Gathering.of(models, wanted.id());
      gathering.begin(hub, coming);
      var found = fetch(coming, gathering.folder());
      var added = adopt(wanted, gathering, coming, found);
      Pins.in(models).keep(found);
      return added;
    }
  }

  private List<Gathering.Coming> coming(List<PublishedFile> files) throws IOException {
    var pins = Pins.in(copy.store().directory());
    var coming = new ArrayList<Gathering.Coming>();
    for (var file : files) {
      coming.add(new Gathering.Coming(file, pins.expected(file)));
    }
    return coming;
  }

  private PackCopy.Added adopt(
      Wanted wanted,
      Gathering gathering,
      List<Gathering.Coming> coming,
      Map<PublishedFile, String> found)
      throws IOException {
    var digests = new HashMap<String, String>();
    found.forEach((file, sha256) -> digests.put(file.name(), sha256));
    try {
      wanted.described().settle(wanted.variant(), gathering.folder(), digests);
      var added = copy.adopt(gathering.folder());
      gathering.end();
      return added;
    } catch (IOException | RuntimeException e) {
      gathering.doubt(coming);
      throw e;
    }
  }

  private record Came(PublishedFile file, String sha256) {}

  private Map<PublishedFile, String> fetch(List<Gathering.Coming> coming, Path gathering)
      throws IOException {
    try (var client = new HubClient(hub, proxyOrNull, limits.patience());
        var threads = Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
      var download = new Download(client, gathering, limits, new PullCount(meter));
      var under = new ExecutorCompletionService<Came>(threads);
      for (var each : coming) {
        under.submit(
            () -> new Came(each.file(), download.fetch(each.file(), each.sha256().orElse(null))));
      }
      var found = new HashMap<PublishedFile, String>();
      try {
        for (int i = 0; i < coming.size(); i++) {
          var came = next(under);
          found.put(came.file(), came.sha256());
        }
      } catch (IOException | RuntimeException e) {
        client.stop();
        threads.shutdownNow();
        throw e;
      }
      return found;
    }
  }

  /// The file that comes or fails next, so that one that is not there is said at once.
  private static Came next(CompletionService<Came> under) throws IOException {
    try {
      return under.take().get();
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
