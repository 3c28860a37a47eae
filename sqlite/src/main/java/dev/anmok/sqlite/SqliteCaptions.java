package dev.anmok.sqlite;

import dev.anmok.core.image.Caption;
import dev.anmok.core.pipeline.Captions;
import dev.anmok.core.pipeline.StoredCaption;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The captions in the catalog's file.
///
/// @param writing the connection that writes
/// @param readers those that read
record SqliteCaptions(SqliteReviews.Writing writing, Readers readers) implements Captions {
  private static final String ACCEPTED =
      "EXISTS (SELECT 1 FROM entry WHERE entry.photo = photo.id)";

  @Override
  public void store(List<StoredCaption> captions) throws IOException {
    writing
        .writer()
        .transact(transaction -> {
          for (var caption : captions) {
            store(transaction, caption);
          }
        });
  }

  private static void store(Transaction transaction, StoredCaption caption) throws SQLException {
    var session = transaction.session();
    long photo = SqliteReviews.row(session, caption.sha256());
    var before =
        session.first(
            row -> Optional.ofNullable(row.getString(1)),
            "SELECT text FROM caption WHERE photo = ? AND model = ?",
            photo,
            caption.model());
    var problem = caption.outcome() instanceof Caption.Failed(var detail, _) ? detail : null;
    double score = caption.outcome() instanceof Caption.Said(_, var said) ? said : Double.NaN;
    session.update(
        """
        INSERT OR REPLACE INTO caption (photo, model, language, text, score, problem, made)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """,
        photo,
        caption.model(),
        caption.language(),
        caption.text().orElse(null),
        SqliteReviews.number(score),
        problem,
        caption.made().toString());
    if (!before.flatMap(text -> text).equals(caption.text())) {
      session.update("UPDATE entry SET seq = ? WHERE photo = ?", transaction.generation(), photo);
    }
  }

  @Override
  public Optional<StoredCaption> of(String sha256, String model) throws IOException {
    return readers.read(session ->
        session.first(
            row -> caption(sha256, model, row),
            """
            SELECT language, text, score, problem, made FROM caption
            WHERE photo = (SELECT id FROM photo WHERE sha256 = ?) AND model = ?\
            """,
            HexFormat.of().parseHex(sha256),
            model));
  }

  private static StoredCaption caption(String sha256, String model, ResultSet row)
      throws SQLException {
    double score = row.getDouble(3);
    boolean none = row.wasNull();
    var text = row.getString(2);
    var outcome =
        text == null
            ? new Caption.Failed(row.getString(4), false)
            : new Caption.Said(text, none ? Double.NaN : score);
    return new StoredCaption(
        sha256, model, row.getString(1), outcome, Instant.parse(row.getString(5)));
  }

  @Override
  public Map<String, String> texts(Collection<String> sha256s) throws IOException {
    return readers.read(session -> {
      var texts = new HashMap<String, String>();
      for (var sha256 : sha256s) {
        var lines = new java.util.LinkedHashSet<String>();
        try (var rows =
            session.query(
                """
                SELECT text FROM caption
                WHERE photo = (SELECT id FROM photo WHERE sha256 = ?) AND text IS NOT NULL
                ORDER BY model\
                """,
                HexFormat.of().parseHex(sha256))) {
          while (rows.next()) {
            lines.add(rows.getString(1));
          }
        }
        if (!lines.isEmpty()) {
          texts.put(sha256, String.join("\n", lines));
        }
      }
      return texts;
    });
  }

  @Override
  public List<Missing> missing(String model, boolean failed, long after, int limit)
      throws IOException {
    try (var photos =
        readers.stream(
            row ->
                new Missing(
                    row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)), row.getString(3)),
            """
            SELECT photo.id, photo.sha256,
              (SELECT uri FROM entry WHERE entry.photo = photo.id ORDER BY uri LIMIT 1)
            FROM photo LEFT JOIN caption ON caption.photo = photo.id AND caption.model = ?
            WHERE photo.id > ? AND (caption.photo IS NULL OR (? AND caption.text IS NULL)) AND
            """
                + ACCEPTED
                + " ORDER BY photo.id LIMIT ?",
            model,
            after,
            failed ? 1 : 0,
            limit)) {
      return photos.toList();
    }
  }

  @Override
  public Progress progress(String model) throws IOException {
    return readers.read(session ->
        session
            .first(
                row -> new Progress(row.getLong(1), row.getLong(2), row.getLong(3)),
                """
                SELECT count(caption.text), count(caption.problem),
                  count(*) FILTER (WHERE caption.photo IS NULL)
                FROM photo LEFT JOIN caption ON caption.photo = photo.id AND caption.model = ?
                WHERE
                """
                    + ACCEPTED,
                model)
            .orElseThrow());
  }
}
