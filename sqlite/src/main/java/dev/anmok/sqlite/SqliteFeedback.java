package dev.anmok.sqlite;

import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import dev.anmok.core.pipeline.FeedbackLog;
import dev.anmok.core.pipeline.FeedbackOwner;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The feedback in the catalog's file.
///
/// @param writing the connection that writes
/// @param readers those that read
record SqliteFeedback(SqliteReviews.Writing writing, Readers readers) implements FeedbackLog {
  private static final String ROWS =
      """
      SELECT feedback.kind, at, coalesce(person.name, ''), coalesce(shop.name, ''), answer,
        coalesce(item.name, ''), photo.sha256, position, score, category
      FROM feedback
      LEFT JOIN feedback_owner AS person ON person.id = feedback.person
      LEFT JOIN feedback_owner AS shop ON shop.id = feedback.shop
      LEFT JOIN item ON item.id = feedback.item
      LEFT JOIN photo ON photo.id = feedback.photo
      """;

  @Override
  public int store(List<Feedback> feedback) throws IOException {
    var changed = new AtomicInteger();
    writing
        .writer()
        .transact(transaction -> {
          for (var each : feedback) {
            changed.addAndGet(store(transaction.session(), each));
          }
        });
    return changed.get();
  }

  private static int store(Session session, Feedback each) throws SQLException {
    var photo = each.photo().isEmpty() ? null : SqliteReviews.row(session, each.photo());
    return session.update(
        """
        INSERT INTO feedback
          (kind, at, person, shop, answer, item, photo, position, score, category)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (answer, CASE kind WHEN 'disliked' THEN 'liked' ELSE kind END,
          coalesce(item, 0), coalesce(photo, 0), person, shop)
        DO UPDATE SET kind = excluded.kind, at = excluded.at, category = excluded.category
        WHERE excluded.at >= feedback.at
          AND (excluded.kind <> feedback.kind OR excluded.category <> feedback.category)\
        """,
        each.kind().code(),
        each.at().toEpochMilli(),
        owner(session, FeedbackOwner.Kind.PERSON, each.person()),
        owner(session, FeedbackOwner.Kind.SHOP, each.shop()),
        each.answer(),
        item(session, each.item()),
        photo,
        each.position(),
        SqliteReviews.number(each.score()),
        each.category());
  }

  private static @Nullable Long item(Session session, String id) throws SQLException {
    return id.isEmpty()
        ? null
        : session
            .first(row -> row.getLong(1), "SELECT id FROM item WHERE name = ?", id)
            .orElseThrow(() -> new IllegalArgumentException("there is no item " + id));
  }

  private static long owner(Session session, FeedbackOwner.Kind kind, String name)
      throws SQLException {
    if (name.isEmpty()) {
      return 0;
    }
    var code = code(kind);
    session.update("INSERT OR IGNORE INTO feedback_owner (kind, name) VALUES (?, ?)", code, name);
    return session.number("SELECT id FROM feedback_owner WHERE kind = ? AND name = ?", code, name);
  }

  private static String code(FeedbackOwner.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Feedback> recent(FeedbackOwner owner, int most) throws IOException {
    var which =
        """
        WHERE feedback.%s = (SELECT id FROM feedback_owner WHERE kind = ? AND name = ?)
          AND feedback.kind <> 'shown' AND feedback.kind <> 'wrong-category'
        ORDER BY at DESC, feedback.id DESC LIMIT ?\
        """
            .formatted(code(owner.kind()));
    try (var rows =
        readers.stream(
            SqliteFeedback::feedback, ROWS + which, code(owner.kind()), owner.id(), most)) {
      return rows.toList();
    }
  }

  @Override
  public Stream<Feedback> byOwner() throws IOException {
    return readers.stream(
        SqliteFeedback::feedback,
        ROWS
            + """
            WHERE feedback.person > 0 OR feedback.shop > 0
            ORDER BY feedback.person, iif(feedback.person = 0, feedback.shop, 0), at, feedback.id\
            """);
  }

  @Override
  public Stream<Feedback> byAnswer() throws IOException {
    return readers.stream(SqliteFeedback::feedback, ROWS + "ORDER BY answer");
  }

  private static Feedback feedback(ResultSet row) throws SQLException {
    var photo = row.getBytes(7);
    double score = row.getDouble(9);
    boolean none = row.wasNull();
    return new Feedback(
        FeedbackKind.parse(row.getString(1)),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        photo == null ? "" : HexFormat.of().formatHex(photo),
        row.getInt(8),
        none ? Double.NaN : score,
        row.getString(10));
  }

  @Override
  public Map<FeedbackKind, Long> counts() throws IOException {
    return readers.read(session -> {
      var counts = new EnumMap<FeedbackKind, Long>(FeedbackKind.class);
      try (var rows = session.query("SELECT kind, count(*) FROM feedback GROUP BY kind")) {
        while (rows.next()) {
          counts.put(FeedbackKind.parse(rows.getString(1)), rows.getLong(2));
        }
      }
      return counts;
    });
  }

  @Override
  public long forget(String person) throws IOException {
    return forget(
        "person = (SELECT id FROM feedback_owner WHERE kind = 'person' AND name = ?)", person);
  }

  @Override
  public long forgetBefore(Instant time) throws IOException {
    return forget("at < ?", time.toEpochMilli());
  }

  /// Names are taken out for good by writing their table anew: SQLite overwrites the pages that it
  /// gives up, whereas a row that it deletes may have left copies in pages that were split before.
  private long forget(String which, Object parameter) throws IOException {
    var rows = new AtomicLong();
    var writer = writing.writer();
    writer.transact(transaction -> {
      var session = transaction.session();
      session.number("PRAGMA secure_delete = ON");
      try {
        rows.set(session.update("DELETE FROM feedback WHERE " + which, parameter));
        session.script(
            """
            CREATE TABLE kept_owner AS SELECT * FROM feedback_owner
              WHERE id IN (SELECT person FROM feedback UNION SELECT shop FROM feedback)\
            """);
        session.script("DELETE FROM feedback_owner");
        session.script("INSERT INTO feedback_owner SELECT * FROM kept_owner");
        session.script("DROP TABLE kept_owner");
      } finally {
        session.number("PRAGMA secure_delete = OFF");
      }
    });
    if (!writer.emptyLog()) {
      throw new IOException(
          "%d rows are forgotten, but somebody still reads an older state, whose names stay in the"
                  .formatted(rows.get())
              + " log beside the catalog; forget again when that has ended");
    }
    return rows.get();
  }
}
