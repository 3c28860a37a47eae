package dev.anmok.app.workspace;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.search.Background;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Optional;

/// Keeps a background of the workspace's photos for each space, in the folder `background`. It is a
/// view of the catalog: a missing, damaged or outdated one is drawn anew. Up to [#SMALL] photos it
/// follows every change of the catalog; above it is drawn again when the number of photos has moved
/// by a tenth, since all vectors must be read for it. Memory: the sample alone.
public final class Backgrounds {
  /// Photos whose vectors are read in well under a second.
  static final long SMALL = 20_000;

  private static final String MAGIC = "anmok background 1";

  private final Catalog catalog;
  private final VectorSpace space;
  private final Path file;

  private Backgrounds(Session session) {
    this.catalog = session.workspace().catalog();
    this.space = session.pack().space();
    this.file = file(session.workspace(), space);
  }

  private static Path file(Workspace workspace, VectorSpace space) {
    return workspace.folder().resolve("background").resolve(space.id() + ".vectors");
  }

  /// Removes the background of a space, if there is one.
  public static void drop(Workspace workspace, VectorSpace space) throws IOException {
    Files.deleteIfExists(file(workspace, space));
  }

  private record Stored(long generation, Background background) {}

  /// The background of a session's photos. It is stored where the folder can be written to.
  public static Background of(Session session) throws IOException {
    return new Backgrounds(session).open();
  }

  private Background open() throws IOException {
    long generation = catalog.generation();
    var stored = read();
    if (stored.isPresent() && serves(stored.get(), generation)) {
      return stored.get().background();
    }
    var drawn = draw();
    store(new Stored(generation, drawn));
    return drawn;
  }

  private boolean serves(Stored stored, long generation) throws IOException {
    if (stored.generation() == generation) {
      return true;
    }
    long before = stored.background().collection();
    long now = catalog.counts().accepted();
    return before > SMALL && now > SMALL && Math.abs(now - before) * 10 <= before;
  }

  private Background draw() throws IOException {
    var draw = new Background.Draw(space);
    try (var photos = catalog.photos(space)) {
      photos.forEach(photo -> draw.add(photo.photo().sha256(), photo.embedding()));
    }
    return draw.background();
  }

  /// Empty if there is none that can be read.
  private Optional<Stored> read() {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!in.readUTF().equals(MAGIC) || !in.readUTF().equals(space.id())) {
        return Optional.empty();
      }
      long generation = in.readLong();
      long collection = in.readLong();
      int size = in.readInt();
      if (size < 0 || size > Background.SIZE) {
        return Optional.empty();
      }
      var photos = new ArrayList<Embedding>();
      for (int i = 0; i < size; i++) {
        var values = new float[space.dimension()];
        for (int j = 0; j < values.length; j++) {
          values[j] = in.readFloat();
        }
        photos.add(Embedding.ofUnit(space, values));
      }
      return Optional.of(new Stored(generation, Background.of(space, photos, collection)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // drawn anew
    }
  }

  private void store(Stored stored) {
    try {
      Files.createDirectories(file.getParent());
      var draft = Files.createTempFile(file.getParent(), "draft", ".vectors");
      try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
        out.writeUTF(MAGIC);
        out.writeUTF(space.id());
        out.writeLong(stored.generation());
        out.writeLong(stored.background().collection());
        out.writeInt(stored.background().size());
        for (float value : stored.background().rows()) {
          out.writeFloat(value);
        }
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // A workspace that only can be read is searched all the same.
    }
  }
}
