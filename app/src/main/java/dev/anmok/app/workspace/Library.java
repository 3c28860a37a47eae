package dev.anmok.app.workspace;

import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.search.Background;
import dev.anmok.core.search.MatchScale;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/// A workspace that is kept open for a server: catalog, index and both towers. Thread-safe; photos
/// may be added by several threads, the catalog writes one transaction at a time.
public final class Library implements AutoCloseable {
  private final Session session;
  private final PhotoIndex index;
  private final CachedTexts texts;
  private final ImageEncoder images;
  private final ImageDecoder decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
  private final ReentrantLock indexing = new ReentrantLock();
  private volatile Background background;
  private volatile Scoped scoped = new Scoped(-1, VectorQuery.Scope.ALL);

  /// The scope of searches at a state of the catalog.
  private record Scoped(long generation, VectorQuery.Scope scope) {}

  private Library(Session session, PhotoIndex index, CachedTexts texts, ImageEncoder images)
      throws IOException {
    this.session = session;
    this.background = Backgrounds.of(session);
    this.index = index;
    this.texts = texts;
    this.images = images;
  }

  /// Takes a session over that is open for writing, brings its index up to date and loads the
  /// model; closes it if that fails.
  public static Library open(Session session) throws IOException {
    try {
      var index = Indexes.openForWriting(session);
      try {
        var texts = new CachedTexts(session.pack().texts());
        return new Library(session, index, texts, session.pack().images());
      } catch (IOException | RuntimeException e) {
        index.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  public Session session() {
    return session;
  }

  public Catalog catalog() {
    return session.workspace().catalog();
  }

  public VectorSpace space() {
    return session.pack().space();
  }

  public PhotoIndex index() {
    return index;
  }

  public CachedTexts texts() {
    return texts;
  }

  public ImageEncoder images() {
    return images;
  }

  public ImageDecoder decoder() {
    return decoder;
  }

  /// The photos that the cosines of queries are compared with.
  public Background background() {
    return background;
  }

  /// What scores are worth in the workspace's space.
  public MatchScale scale() throws IOException {
    return MatchScales.find(new Calibrations(catalog(), session.pack()));
  }

  /// The towers, kept open.
  public Towers towers() {
    return Towers.kept(texts, images);
  }

  /// Which photos are searched: representatives where the profile says so and there are some.
  public VectorQuery.Scope scope() throws IOException {
    if (session.profile().among() == VectorQuery.Scope.ALL) {
      return VectorQuery.Scope.ALL;
    }
    long now = catalog().generation();
    if (scoped.generation() != now) {
      try (var chosen = catalog().representatives()) {
        boolean any = chosen.findAny().isPresent();
        scoped = new Scoped(now, any ? VectorQuery.Scope.REPRESENTATIVES : VectorQuery.Scope.ALL);
      }
    }
    return scoped.scope();
  }

  /// Brings the index to the state of the catalog: what was ingested is found from then on.
  ///
  /// @return what of the items written did not fit its field
  public Misfits refresh() throws IOException {
    indexing.lock();
    try {
      var sync = new IndexSync(catalog(), index, session.profile());
      sync.run(written -> {});
      long moved = Math.abs(index.size() - background.collection());
      if (moved * 10 > background.collection()) {
        background = Backgrounds.of(session);
      }
      return sync.misfits();
    } finally {
      indexing.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    try (session;
        index) {
      texts.close();
      images.close();
    }
  }
}
