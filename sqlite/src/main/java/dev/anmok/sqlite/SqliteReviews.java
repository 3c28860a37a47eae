package dev.anmok.sqlite;

import dev.anmok.core.pipeline.PhotoInReview;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The reviews in the catalog's file.
///
/// @param writing the connection that writes
/// @param readers those that read
record SqliteReviews(Writing writing, Readers readers) implements Reviews {
  /// Gives the connection that writes.
  interface Writing {
    /// The one connection that does.
    ///
    /// @throws IOException if the catalog was opened for reading only
    Writer writer() throws IOException;
  }

  @Override
  public void store(List<Review> reviews) throws IOException {
    writing
        .writer()
        .transact(transaction -> {
          for (var review : reviews) {
            insert(transaction.session(), review);
          }
        });
  }

  private static void insert(Session session, Review review) throws SQLException {
    var machine = review.machineOrNull();
    session.update(
        """
        INSERT INTO review
          (photo, subject, verdict, kind, reviewer, at, machine, method, version, score)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        row(session, review.sha256()),
        review.subject(),
        review.verdict(),
        review.kind(),
        review.reviewer(),
        review.at().toString(),
        machine == null ? null : machine.verdict(),
        machine == null ? null : machine.method(),
        machine == null ? null : machine.version(),
        machine == null ? null : number(machine.score()));
  }

  @Override
  public void draw(String subject, List<Drawn> photos) throws IOException {
    writing
        .writer()
        .transact(transaction -> {
          for (var drawn : photos) {
            insert(transaction.session(), subject, drawn);
          }
        });
  }

  private static void insert(Session session, String subject, Drawn drawn) throws SQLException {
    var machine = drawn.machine();
    session.update(
        """
        INSERT OR IGNORE INTO audit (photo, subject, version, machine, method, score)
        VALUES (?, ?, ?, ?, ?, ?)\
        """,
        row(session, drawn.sha256()),
        subject,
        machine.version(),
        machine.verdict(),
        machine.method(),
        number(machine.score()));
  }

  static long row(Session session, String sha256) throws SQLException {
    return session
        .first(
            row -> row.getLong(1),
            "SELECT id FROM photo WHERE sha256 = ?",
            HexFormat.of().parseHex(sha256))
        .orElseThrow(() -> new IllegalArgumentException("there is no photo " + sha256));
  }

  static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  @Override
  public Optional<Review> undo(String subject) throws IOException {
    return takeBack("WHERE subject = ?", subject);
  }

  @Override
  public Optional<Review> undo(String subject, String reviewer) throws IOException {
    return takeBack("WHERE subject = ? AND reviewer = ?", subject, reviewer);
  }

  private Optional<Review> takeBack(String which, String... parameters) throws IOException {
    var undone = new AtomicReference<@Nullable Review>();
    writing
        .writer()
        .transact(transaction -> {
          var session = transaction.session();
          var sql = ReviewReader.REVIEWS + which + " ORDER BY review.id DESC LIMIT 1";
          undone.set(session.first(ReviewReader::review, sql, (Object[]) parameters).orElse(null));
          session.update(
              "DELETE FROM review WHERE id = (SELECT max(id) FROM review " + which + ")",
              (Object[]) parameters);
        });
    return Optional.ofNullable(undone.get());
  }

  @Override
  public List<Review> undo(String subject, String reviewer, Instant at) throws IOException {
    var undone = new ArrayList<Review>();
    var which = "WHERE subject = ? AND reviewer = ? AND at = ?";
    Object[] parameters = {subject, reviewer, at.toString()};
    writing
        .writer()
        .transact(transaction -> {
          var session = transaction.session();
          var sql = ReviewReader.REVIEWS + which + " ORDER BY review.id";
          try (var rows = session.query(sql, parameters)) {
            while (rows.next()) {
              undone.add(ReviewReader.review(rows));
            }
          }
          session.update("DELETE FROM review " + which, parameters);
        });
    return List.copyOf(undone);
  }

  @Override
  public Optional<Review> standing(String sha256, String subject) throws IOException {
    return readers.read(session ->
        session.first(
            ReviewReader::review,
            ReviewReader.REVIEWS
                + "WHERE photo.sha256 = ? AND subject = ? ORDER BY verdict = 'skip', review.id DESC"
                + " LIMIT 1",
            HexFormat.of().parseHex(sha256),
            subject));
  }

  @Override
  public Stream<Review> standing(String subject) throws IOException {
    return readers.stream(
        ReviewReader::review,
        ReviewReader.REVIEWS + "WHERE subject = ? AND " + ReviewReader.STANDS,
        subject);
  }

  @Override
  public Stream<Review> all(String subject) throws IOException {
    return readers.stream(
        ReviewReader::review,
        ReviewReader.REVIEWS + "WHERE +subject = ? ORDER BY review.id",
        subject);
  }

  @Override
  public Stream<PhotoInReview> photos(String subject, String version) throws IOException {
    return readers.stream(
        ReviewReader::photo, ReviewReader.PHOTOS + "ORDER BY photo.id", subject, version);
  }

  @Override
  public Stream<PhotoInReview> drawn(String subject, String version) throws IOException {
    return readers.stream(
        ReviewReader::photo,
        ReviewReader.PHOTOS
            + "WHERE photo.id IN (SELECT drawn.photo FROM audit AS drawn"
            + " WHERE drawn.subject = ?1 AND drawn.version = ?2) ORDER BY photo.id",
        subject,
        version);
  }

  @Override
  public Optional<PhotoInReview> photo(String sha256, String subject, String version)
      throws IOException {
    return readers.read(session ->
        session.first(
            ReviewReader::photo,
            ReviewReader.PHOTOS + "WHERE photo.sha256 = ?3",
            subject,
            version,
            HexFormat.of().parseHex(sha256)));
  }
}
