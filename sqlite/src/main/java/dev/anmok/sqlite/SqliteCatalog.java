package dev.anmok.sqlite;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.Captions;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Categories;
import dev.anmok.core.pipeline.Choices;
import dev.anmok.core.pipeline.Counts;
import dev.anmok.core.pipeline.FeedbackLog;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.ItemList;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.RejectedPhoto;
import dev.anmok.core.pipeline.Reviews;
import dev.anmok.core.pipeline.Seen;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.pipeline.SpaceVectors;
import dev.anmok.core.pipeline.Stage;
import dev.anmok.core.pipeline.StoredDecision;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The catalog in one SQLite file, with a write-ahead log beside it while it is open.
///
/// **What is safe.** A transaction that was committed outlives the process, killed at any moment:
/// the log is in the operating system's hands. The log is synchronised to the disk when it is
/// copied into the file (every thousand pages and at closing; `synchronous = NORMAL`), so a power
/// failure may take back the last transactions, whole and in order, and leaves a sound catalog: the
/// ledger goes back with them and the next run does that work again.
///
/// **Threads.** Any number of threads may read while one writes; each reads the state of the last
/// commit. Each open stream holds one connection until it is closed. Several processes may open the
/// file; who writes is settled by [dev.anmok.core.pipeline.WorkspaceLock].
///
/// **Errors.** A full disk, a read-only or damaged file, or one locked by another process is an
/// [IOException] of one line that names the file and what to do; the transaction is undone.
public final class SqliteCatalog implements Catalog {
  private final CatalogFile file;
  private final @Nullable Writer writer;
  private final Readers readers;

  private SqliteCatalog(CatalogFile file, @Nullable Writer writer) {
    this.file = file;
    this.writer = writer;
    this.readers = new Readers(file);
  }

  /// Opens a catalog for reading and writing; makes it and its folder if there is none, and brings
  /// an older one to the present schema.
  ///
  /// @throws IOException if the file is no catalog, or was written by a newer version
  public static SqliteCatalog open(Path file) throws IOException {
    return open(file, Migrations.shipped());
  }

  static SqliteCatalog open(Path path, Migrations migrations) throws IOException {
    var file = new CatalogFile(path, false);
    makeFolder(path);
    try {
      var session = file.writing();
      try {
        migrations.run(session, path);
        var writer = new Writer(session, path);
        writer.transact(Transaction::name);
        return new SqliteCatalog(file, writer);
      } catch (SQLException | IOException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (SQLException e) {
      throw CatalogErrors.of(path, e);
    }
  }

  private static void makeFolder(Path path) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException("the folder " + folder + " cannot be made: choose another one", e);
    }
  }

  /// Opens a catalog for reading: nothing is made or brought up to date, and every writing method
  /// throws. Works on a read-only medium, and beside a process that writes.
  ///
  /// @throws IOException if there is no such file, it is no catalog, or of another version
  public static SqliteCatalog openReadOnly(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException("there is no catalog " + path + ": ingest some photos first");
    }
    var migrations = Migrations.shipped();
    var file = new CatalogFile(path, true);
    try (var session = file.reading()) {
      int version = migrations.check(session, path);
      if (version < migrations.latest()) {
        throw new IOException(
            "%s is of an older version (%d, not %d): run a command that writes, such as ingest, once"
                .formatted(path, version, migrations.latest()));
      }
    } catch (SQLException e) {
      throw CatalogErrors.of(path, e);
    }
    return new SqliteCatalog(file, null);
  }

  @Override
  public void record(List<Ingested> batch) throws IOException {
    writer().transact(transaction -> new Recorder(transaction).record(batch));
  }

  @Override
  public void place(List<SourcePhoto> photos) throws IOException {
    writer().transact(transaction -> new Recorder(transaction).place(photos));
  }

  @Override
  public Optional<Seen> seen(String uri) throws IOException {
    return readers.read(session ->
        session.first(
            row ->
                new Seen(
                    row.getLong(1), row.getLong(2), reason(row.getString(3)), hex(row.getBytes(4))),
            """
            SELECT size, modified, entry.reason, coalesce(photo.sha256, entry.sha256)
            FROM entry LEFT JOIN photo ON photo.id = entry.photo WHERE uri = ?\
            """,
            uri));
  }

  @Override
  public boolean complete(String sha256, VectorSpace space, Set<Stage> stages) throws IOException {
    var wanted = stages.stream().map(Stage::code).collect(Collectors.toCollection(HashSet::new));
    return readers.read(session -> {
      try (var rows =
          session.query(
              """
              SELECT stage FROM photo
              CROSS JOIN ledger ON ledger.photo = photo.id
                AND ledger.space IN (0, (SELECT id FROM space WHERE name = ?))
              LEFT JOIN measure ON measure.photo = photo.id
              LEFT JOIN detail ON detail.photo = photo.id
              WHERE photo.sha256 = ? AND CASE stage
                WHEN 'measure' THEN measure.definition = ?
                WHEN 'detail' THEN detail.definition = ?
                WHEN 'net' THEN detail.definition = ? AND instr(detail.blur, '"bdnet"') > 0
                ELSE 1 END\
              """,
              space.id(),
              HexFormat.of().parseHex(sha256),
              Measures.DEFINITION,
              Detail.DEFINITION,
              Detail.DEFINITION)) {
        while (rows.next()) {
          wanted.remove(rows.getString(1));
        }
      }
      return wanted.isEmpty();
    });
  }

  @Override
  public void decide(Stream<StoredDecision> decisions) throws IOException {
    try (decisions) {
      writer()
          .transact(transaction -> new DecisionWriter(transaction).replace(decisions.iterator()));
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  @Override
  public void decide(String item, List<StoredDecision> decisions) throws IOException {
    writer().transact(transaction -> new DecisionWriter(transaction).replace(item, decisions));
  }

  @Override
  public Stream<StoredDecision> decisions() throws IOException {
    return readers.stream(
        SqliteCatalog::decision,
        """
        SELECT item.name, coalesce(entry.uri, ''), rank, decision.reason, decision.detail, score
        FROM item CROSS JOIN decision ON decision.item = item.id
        LEFT JOIN entry ON entry.id = decision.entry
        ORDER BY item.name, entry.uri IS NOT NULL, rank, entry.uri\
        """);
  }

  private static StoredDecision decision(ResultSet row) throws SQLException {
    double score = row.getDouble(6);
    boolean none = row.wasNull();
    return new StoredDecision(
        row.getString(1),
        row.getString(2),
        row.getInt(3),
        row.getString(4),
        row.getString(5),
        none ? Double.NaN : score);
  }

  @Override
  public Stream<ItemPhotos> items(VectorSpace space) throws IOException {
    return readers.stream(session ->
        new Rows<>(
            session,
            session.query(ItemReader.ITEMS + "ORDER BY name"),
            new ItemReader(session).photos(space)));
  }

  @Override
  public Optional<ItemPhotos> item(String id, VectorSpace space) throws IOException {
    return readers.read(session ->
        session.first(
            new ItemReader(session).photos(space), ItemReader.ITEMS + "WHERE name = ?", id));
  }

  @Override
  public Stream<PlacedPhoto> photos(VectorSpace space) throws IOException {
    return readers.stream(
        PhotoReader.placed(space), PhotoReader.PLACED + "ORDER BY entry.uri", space.id());
  }

  @Override
  public List<PlacedPhoto> places(String sha256, VectorSpace space) throws IOException {
    try (var places =
        readers.stream(
            PhotoReader.placed(space),
            PhotoReader.PLACED
                + "WHERE entry.photo = (SELECT id FROM photo WHERE sha256 = ?) ORDER BY entry.uri",
            space.id(),
            HexFormat.of().parseHex(sha256))) {
      return places.toList();
    }
  }

  @Override
  public Optional<PlacedPhoto> placed(String uri, VectorSpace space) throws IOException {
    return readers.read(session ->
        session.first(
            PhotoReader.placed(space),
            PhotoReader.PLACED + "WHERE entry.uri = ?",
            space.id(),
            uri));
  }

  @Override
  public Stream<PlacedPhoto> changedSince(long generation, VectorSpace space) throws IOException {
    return readers.stream(
        PhotoReader.placed(space),
        PhotoReader.PLACED + "WHERE entry.seq > ? ORDER BY entry.seq, entry.id",
        space.id(),
        generation);
  }

  @Override
  public Stream<String> removedSince(long generation) throws IOException {
    return readers.stream(
        row -> row.getString(1),
        "SELECT uri FROM entry WHERE photo IS NULL AND seq > ?1 AND removed > ?1 ORDER BY uri",
        generation);
  }

  @Override
  public Stream<String> representatives() throws IOException {
    return readers.stream(
        row -> row.getString(1),
        """
        SELECT uri FROM entry
        WHERE id IN (SELECT entry FROM decision WHERE rank > 0) ORDER BY uri\
        """);
  }

  @Override
  public Set<String> representativesAmong(Set<String> uris) throws IOException {
    return readers.read(session -> {
      var chosen = new HashSet<String>();
      for (var uri : uris) {
        session
            .first(
                row -> row.getString(1),
                """
                SELECT uri FROM entry WHERE uri = ?
                AND EXISTS (SELECT 1 FROM decision WHERE decision.entry = entry.id AND rank > 0)\
                """,
                uri)
            .ifPresent(chosen::add);
      }
      return chosen;
    });
  }

  @Override
  public List<Item> itemsOf(Set<String> ids) throws IOException {
    return readers.read(session -> {
      var items = new ArrayList<Item>();
      var reader = new ItemReader(session);
      for (var id : ids) {
        session.first(reader::item, ItemReader.ITEMS + "WHERE name = ?", id).ifPresent(items::add);
      }
      return items;
    });
  }

  @Override
  public Stream<Item> allItems() throws IOException {
    return readers.stream(session ->
        new Rows<>(
            session,
            session.query(ItemReader.ITEMS + "ORDER BY name"),
            new ItemReader(session)::item));
  }

  @Override
  public Stream<RejectedPhoto> rejections() throws IOException {
    return readers.stream(PhotoReader::rejected, PhotoReader.REJECTED + "ORDER BY entry.uri");
  }

  @Override
  public Optional<RejectedPhoto> rejection(String uri) throws IOException {
    return readers.read(session ->
        session.first(PhotoReader::rejected, PhotoReader.REJECTED + "AND entry.uri = ?", uri));
  }

  @Override
  public List<VectorSpace> spaces() throws IOException {
    try (var spaces =
        readers.stream(
            row ->
                new VectorSpace(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5)),
            "SELECT encoder, weights, preprocessing, background, dimension FROM space ORDER BY id")) {
      return spaces.toList();
    }
  }

  @Override
  public Reviews reviews() {
    return new SqliteReviews(this::writer, readers);
  }

  @Override
  public Choices choices() {
    return new SqliteChoices(this::writer, readers);
  }

  @Override
  public ItemList itemList() {
    return new SqliteItemList(readers);
  }

  @Override
  public Captions captions() {
    return new SqliteCaptions(this::writer, readers);
  }

  @Override
  public Categories categories() {
    return new SqliteCategories(this::writer, readers);
  }

  @Override
  public SpaceVectors vectors() {
    return new SqliteVectors(this::writer, readers);
  }

  @Override
  public FeedbackLog feedback() {
    return new SqliteFeedback(this::writer, readers);
  }

  @Override
  public Counts counts() throws IOException {
    long sizeBytes = file.sizeBytes();
    return readers.read(session -> new Census(session).counts(sizeBytes));
  }

  @Override
  public long generation() throws IOException {
    return readers.read(session -> session.number("SELECT value FROM generation"));
  }

  @Override
  public long photosVersion() throws IOException {
    return readers.read(Transaction::photosVersion);
  }

  @Override
  public String state() throws IOException {
    return readers.read(Transaction::name).orElse("");
  }

  @Override
  public Optional<String> setting(String name) throws IOException {
    return readers.read(session ->
        session.first(row -> row.getString(1), "SELECT value FROM setting WHERE name = ?", name));
  }

  @Override
  public void set(String name, String value) throws IOException {
    writer()
        .transact(transaction ->
            transaction
                .session()
                .update("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", name, value));
  }

  @Override
  public SortedMap<String, String> settings(String prefix) throws IOException {
    return readers.read(session -> {
      var found = new TreeMap<String, String>();
      try (var rows =
          session.query(
              "SELECT name, value FROM setting WHERE substr(name, 1, length(?1)) = ?1", prefix)) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getString(2));
        }
      }
      return found;
    });
  }

  /// The writing connection closes last: it copies the log into the file and removes it.
  @Override
  public void close() throws IOException {
    try {
      readers.close();
      if (writer != null) {
        writer.close();
      }
    } catch (SQLException e) {
      throw CatalogErrors.of(file.path(), e);
    }
  }

  /// Makes the disk seem full beyond a number of pages, for tests.
  void limitPages(int pages) throws IOException {
    writer().limitPages(pages);
  }

  private Writer writer() throws IOException {
    if (writer == null) {
      throw new IOException(file.path() + " was opened for reading only");
    }
    return writer;
  }

  private static @Nullable Reason reason(@Nullable String code) {
    return code == null ? null : Reason.parse(code);
  }

  private static @Nullable String hex(byte @Nullable [] digest) {
    return digest == null ? null : HexFormat.of().formatHex(digest);
  }
}
