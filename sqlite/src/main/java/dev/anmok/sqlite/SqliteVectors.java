package dev.anmok.sqlite;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.SpaceVectors;
import dev.anmok.core.pipeline.Stage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// The vectors in the catalog's file, by space.
///
/// @param writing the connection that writes
/// @param readers those that read
record SqliteVectors(SqliteReviews.Writing writing, Readers readers) implements SpaceVectors {
  /// Photos whose rows are taken out in one transaction.
  private static final int DROPPED_AT_ONCE = 5_000;

  private static final String ROW = "(SELECT id FROM space WHERE name = ?1)";
  private static final String WITH_OUTCOME =
      " FROM photo LEFT JOIN embedding ON embedding.photo = photo.id AND embedding.space = "
          + ROW
          + " LEFT JOIN unembedded ON unembedded.photo = photo.id AND unembedded.space = ?1"
          + " WHERE EXISTS (SELECT 1 FROM entry WHERE entry.photo = photo.id) ";

  @Override
  public void store(VectorSpace space, List<Made> made, boolean follow) throws IOException {
    writing
        .writer()
        .transact(transaction -> {
          for (var each : made) {
            long photo = SqliteReviews.row(transaction.session(), each.sha256());
            switch (each) {
              case Made.Vector vector -> store(transaction, space, photo, vector, follow);
              case Made.Failed failed -> store(transaction.session(), space, photo, failed);
            }
          }
        });
  }

  private static void store(
      Transaction transaction, VectorSpace space, long photo, Made.Vector made, boolean follow)
      throws SQLException {
    if (!made.embedding().space().equals(space)) {
      throw new IllegalArgumentException(
          "a vector of %s is none of %s".formatted(made.embedding().space().id(), space.id()));
    }
    var session = transaction.session();
    long row = SpaceRows.of(session, space);
    session.update(
        "INSERT OR REPLACE INTO embedding (photo, space, vector) VALUES (?, ?, ?)",
        photo,
        row,
        Vectors.toBlob(made.embedding()));
    session.update(
        "INSERT OR IGNORE INTO ledger (photo, stage, space) VALUES (?, ?, ?)",
        photo,
        Stage.EMBED.code(),
        row);
    session.update("DELETE FROM unembedded WHERE photo = ? AND space = ?", photo, space.id());
    if (follow) {
      transaction.changePhotos();
      session.update("UPDATE entry SET seq = ? WHERE photo = ?", transaction.generation(), photo);
    }
  }

  private static void store(Session session, VectorSpace space, long photo, Made.Failed made)
      throws SQLException {
    session.update(
        "INSERT OR REPLACE INTO unembedded (photo, space, reason, detail) VALUES (?, ?, ?, ?)",
        photo,
        space.id(),
        made.reason().code(),
        made.detail());
  }

  @Override
  public List<Missing> missing(VectorSpace space, boolean failed, long after, int limit)
      throws IOException {
    try (var photos =
        readers.stream(
            row -> new Missing(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))),
            "SELECT photo.id, photo.sha256"
                + WITH_OUTCOME
                + "AND photo.id > ?2 AND embedding.id IS NULL AND (?3 OR unembedded.photo IS NULL)"
                + " ORDER BY photo.id LIMIT ?4",
            space.id(),
            after,
            failed ? 1 : 0,
            limit)) {
      return photos.toList();
    }
  }

  @Override
  public List<String> places(String sha256) throws IOException {
    try (var uris =
        readers.stream(
            row -> row.getString(1),
            """
            SELECT uri FROM entry WHERE photo = (SELECT id FROM photo WHERE sha256 = ?)
            ORDER BY uri\
            """,
            HexFormat.of().parseHex(sha256))) {
      return uris.toList();
    }
  }

  @Override
  public Progress progress(VectorSpace space) throws IOException {
    return readers.read(session ->
        session
            .first(
                row -> new Progress(row.getLong(1), row.getLong(2), row.getLong(3)),
                """
                SELECT count(embedding.id),
                  count(unembedded.photo) FILTER (WHERE embedding.id IS NULL),
                  count(*) FILTER (WHERE embedding.id IS NULL AND unembedded.photo IS NULL)\
                """
                    + WITH_OUTCOME,
                space.id())
            .orElseThrow());
  }

  @Override
  public Stream<Refused> failures(VectorSpace space) throws IOException {
    return readers.stream(
        row ->
            new Refused(
                row.getString(1),
                HexFormat.of().formatHex(row.getBytes(2)),
                Reason.parse(row.getString(3)),
                row.getString(4)),
        "SELECT (SELECT uri FROM entry WHERE entry.photo = photo.id ORDER BY uri LIMIT 1),"
            + " photo.sha256, unembedded.reason, unembedded.detail"
            + WITH_OUTCOME
            + "AND embedding.id IS NULL AND unembedded.photo IS NOT NULL ORDER BY photo.id",
        space.id());
  }

  @Override
  public void drop(VectorSpace space, LongConsumer progress) throws IOException {
    long after = 0;
    long done = 0;
    for (var photos = photos(after); !photos.isEmpty(); photos = photos(after)) {
      long from = after;
      long to = photos.getLast();
      writing.writer().transact(transaction -> drop(transaction.session(), space, from, to));
      after = to;
      done += photos.size();
      progress.accept(done);
    }
    writing
        .writer()
        .transact(transaction -> {
          var session = transaction.session();
          session.update("DELETE FROM category WHERE item IS NOT NULL AND space = ?", space.id());
          session.update("DELETE FROM space WHERE name = ?", space.id());
        });
  }

  private List<Long> photos(long after) throws IOException {
    try (var ids =
        readers.stream(
            row -> row.getLong(1),
            "SELECT id FROM photo WHERE id > ? ORDER BY id LIMIT ?",
            after,
            DROPPED_AT_ONCE)) {
      return ids.toList();
    }
  }

  private static void drop(Session session, VectorSpace space, long after, long to)
      throws SQLException {
    var among = "photo IN (SELECT id FROM photo WHERE id > ?2 AND id <= ?3) AND space = ";
    session.update("DELETE FROM embedding WHERE " + among + ROW, space.id(), after, to);
    session.update(
        "DELETE FROM ledger WHERE stage = 'embed' AND " + among + ROW, space.id(), after, to);
    session.update("DELETE FROM unembedded WHERE " + among + "?1", space.id(), after, to);
    session.update("DELETE FROM category WHERE " + among + "?1", space.id(), after, to);
  }
}
