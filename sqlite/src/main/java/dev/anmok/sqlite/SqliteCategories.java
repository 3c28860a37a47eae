package dev.anmok.sqlite;

import dev.anmok.core.classify.CategoryGuess;
import dev.anmok.core.pipeline.Categories;
import dev.anmok.core.pipeline.StoredCategory;
import dev.anmok.core.pipeline.StoredCategory.Subject;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The categories in the catalog's file.
///
/// @param writing the connection that writes
/// @param readers those that read
record SqliteCategories(SqliteReviews.Writing writing, Readers readers) implements Categories {
  private static final String COLUMNS =
      "SELECT verdict, path, confidence, runner_up, runner_up_chance, made_of FROM category WHERE ";

  /// The column of a subject, with its row.
  private record Place(String column, long row) {}

  @Override
  public int store(List<StoredCategory> categories) throws IOException {
    var changed = new AtomicInteger();
    writing
        .writer()
        .transact(transaction -> {
          for (var category : categories) {
            changed.addAndGet(store(transaction, category) ? 1 : 0);
          }
        });
    return changed.get();
  }

  private static boolean store(Transaction transaction, StoredCategory category)
      throws SQLException {
    var session = transaction.session();
    var place =
        place(session, category.subject())
            .orElseThrow(
                () -> new IllegalArgumentException("no " + category.subject() + " in the catalog"));
    var before = find(session, place, category.subject(), category.classifier(), category.space());
    if (before.isPresent() && before.get().equals(category)) {
      return false;
    }
    session.update(
        "DELETE FROM category WHERE " + place.column() + " = ? AND classifier = ? AND space = ?",
        place.row(),
        category.classifier(),
        category.space());
    session.update(
        "INSERT INTO category ("
            + place.column()
            + ", classifier, space, verdict, path, confidence, runner_up, runner_up_chance,"
            + " made_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        place.row(),
        category.classifier(),
        category.space(),
        category.guess().verdict(),
        category.guess().path(),
        category.guess().confidence(),
        category.runnerUp(),
        category.runnerUpChance(),
        category.madeOf());
    boolean same =
        before.isPresent()
            && before.get().guess().verdict().equals(category.guess().verdict())
            && before.get().guess().path().equals(category.guess().path());
    if (!same) {
      session.update(
          "UPDATE entry SET seq = ? WHERE " + place.column() + " = ? AND photo IS NOT NULL",
          transaction.generation(),
          place.row());
    }
    return !same;
  }

  @Override
  public Optional<StoredCategory> of(Subject subject, String classifier, String space)
      throws IOException {
    return readers.read(session -> find(session, subject, classifier, space));
  }

  @Override
  public Map<String, StoredCategory> ofItems(
      Collection<String> items, String classifier, String space) throws IOException {
    return readers.read(session -> {
      var found = new HashMap<String, StoredCategory>();
      for (var item : items) {
        find(session, new Subject.OfItem(item), classifier, space)
            .ifPresent(category -> found.put(item, category));
      }
      return found;
    });
  }

  private static Optional<StoredCategory> find(
      Session session, Subject subject, String classifier, String space) throws SQLException {
    var place = place(session, subject);
    return place.isPresent()
        ? find(session, place.get(), subject, classifier, space)
        : Optional.empty();
  }

  private static Optional<StoredCategory> find(
      Session session, Place place, Subject subject, String classifier, String space)
      throws SQLException {
    return session.first(
        row -> category(subject, classifier, space, row),
        COLUMNS + place.column() + " = ? AND classifier = ? AND space = ?",
        place.row(),
        classifier,
        space);
  }

  private static Optional<Place> place(Session session, Subject subject) throws SQLException {
    return switch (subject) {
      case Subject.OfItem(var item) ->
          session.first(
              row -> new Place("item", row.getLong(1)), "SELECT id FROM item WHERE name = ?", item);
      case Subject.OfPhoto(var sha256) ->
          session.first(
              row -> new Place("photo", row.getLong(1)),
              "SELECT id FROM photo WHERE sha256 = ?",
              java.util.HexFormat.of().parseHex(sha256));
    };
  }

  private static StoredCategory category(
      Subject subject, String classifier, String space, ResultSet row) throws SQLException {
    var path = row.getString(2);
    double confidence = row.getDouble(3);
    var guess =
        switch (row.getString(1)) {
          case "sure" -> new CategoryGuess.Sure(path, confidence);
          case "likely" -> new CategoryGuess.Likely(path, confidence);
          default -> new CategoryGuess.Unknown(path, confidence);
        };
    return new StoredCategory(
        subject, classifier, space, guess, row.getString(4), row.getDouble(5), row.getString(6));
  }
}
