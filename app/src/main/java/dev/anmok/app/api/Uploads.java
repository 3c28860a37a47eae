package dev.anmok.app.api;

import dev.anmok.app.http.Gate;
import dev.anmok.app.http.Upload;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Library;
import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.Source;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.quality.BlurNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes uploaded photos into the workspace. A photo is stored in the folder `uploads` under its
/// SHA-256, once for each item it was sent for; the file of one that is rejected is not kept.
final class Uploads {
  private static final int AT_ONCE = 8;
  private static final IngestOptions OPTIONS =
      new IngestOptions(1, AT_ONCE, IngestOptions.NO_LIMIT, true);

  private final Library library;
  private final Gate gate;
  private final @Nullable BlurNet netOrNull;
  private final Path folder;

  /// @param netOrNull looks at each photo; null where the profile does without
  Uploads(Library library, Gate gate, @Nullable BlurNet netOrNull) {
    this.library = library;
    this.netOrNull = netOrNull;
    this.gate = gate;
    this.folder = library.session().workspace().folder().toAbsolutePath().resolve("uploads");
  }

  /// What became of an upload; `name` is the client's.
  sealed interface Added {
    record Stored(String name, String sha256, String uri, boolean isNew) implements Added {}

    record Rejected(String name, Reason reason, String detail) implements Added {}
  }

  /// Stores and ingests photos, a few at a time, and brings the index up to date.
  ///
  /// @param item id of their item, empty for none
  /// @param title the item's title, empty for its id
  /// @return one result a file, in the order given
  List<Added> add(List<Upload> files, String item, String title) throws IOException {
    var its = item.isEmpty() ? null : new Item(item, title.isEmpty() ? item : title, Map.of());
    var added = new ArrayList<Added>();
    for (int i = 0; i < files.size(); i += AT_ONCE) {
      var some = files.subList(i, Math.min(files.size(), i + AT_ONCE));
      added.addAll(
          i == 0 ? gate.call(() -> ingest(some, its)) : gate.again(() -> ingest(some, its)));
    }
    gate.again(() -> {
      library.refresh();
      return added.size();
    });
    return added;
  }

  private List<Added> ingest(List<Upload> files, @Nullable Item item) throws IOException {
    var catalog = library.catalog();
    var fresh = new HashMap<String, Boolean>();
    var photos = new ArrayList<SourcePhoto>();
    for (var file : files) {
      var uri = store(file, item).toString();
      fresh.putIfAbsent(uri, catalog.places(file.sha256(), library.space()).isEmpty());
      photos.add(new SourcePhoto(uri, item));
    }
    new IngestJob(library.session(), OPTIONS, netOrNull)
        .run(new Sent(List.copyOf(photos)), library.images(), Progress.NONE);
    var added = new ArrayList<Added>();
    for (int i = 0; i < files.size(); i++) {
      var uri = photos.get(i).uri();
      added.add(outcome(files.get(i), uri, fresh.getOrDefault(uri, false)));
      fresh.put(uri, false); // the same photo twice in one form is new once
    }
    return added;
  }

  private Added outcome(Upload file, String uri, boolean isNew) throws IOException {
    var rejection = library.catalog().rejection(uri);
    if (rejection.isPresent()) {
      Files.deleteIfExists(Path.of(uri));
      return new Added.Rejected(file.name(), rejection.get().reason(), rejection.get().detail());
    }
    return new Added.Stored(file.name(), file.sha256(), uri, isNew);
  }

  private Path store(Upload file, @Nullable Item item) throws IOException {
    var below = item == null ? file.sha256().substring(0, 2) : "item-" + digest(item.id());
    var kept = folder.resolve(below).resolve(file.sha256() + PictureKind.extension(file.file()));
    if (!Files.exists(kept)) {
      Files.createDirectories(kept.getParent());
      Files.move(file.file(), kept, StandardCopyOption.ATOMIC_MOVE);
    }
    return kept;
  }

  /// A short name of an item that is safe as a folder's.
  private static String digest(String item) {
    return TextDigest.sha256(item).substring(0, 16);
  }

  /// What was sent, as a source.
  private record Sent(List<SourcePhoto> list) implements Source {
    @Override
    public String name() {
      return "upload";
    }

    @Override
    public OptionalLong count() {
      return OptionalLong.of(list.size());
    }

    @Override
    public Stream<SourcePhoto> photos() {
      return list.stream();
    }
  }
}
