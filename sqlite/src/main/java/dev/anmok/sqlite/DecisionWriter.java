package dev.anmok.sqlite;

import dev.anmok.core.pipeline.StoredDecision;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Replaces decisions, all or those on one item, and marks the entries as changed that became or
/// ceased to be representatives.
final class DecisionWriter {
  private final Transaction transaction;
  private final Session session;

  DecisionWriter(Transaction transaction) {
    this.transaction = transaction;
    this.session = transaction.session();
  }

  void replace(Iterator<StoredDecision> decisions) throws SQLException {
    replace("TRUE", decisions);
  }

  void replace(String item, List<StoredDecision> decisions) throws SQLException {
    for (var decision : decisions) {
      if (!decision.item().equals(item)) {
        throw new IllegalArgumentException(
            "a decision on " + decision.item() + " among those on " + item);
      }
    }
    replace("item = " + item(item), decisions.iterator());
  }

  /// @param which the decisions replaced, a condition of SQL
  private void replace(String which, Iterator<StoredDecision> decisions) throws SQLException {
    session.script(
        """
        CREATE TEMP TABLE former AS
          SELECT entry FROM decision WHERE %1$s AND rank > 0 AND entry IS NOT NULL;
        DELETE FROM decision WHERE %1$s;\
        """
            .formatted(which));
    while (decisions.hasNext()) {
      insert(decisions.next());
    }
    session.script(
        """
        CREATE TEMP TABLE latter AS
          SELECT entry FROM decision WHERE %1$s AND rank > 0 AND entry IS NOT NULL;
        CREATE TEMP TABLE flipped AS
          SELECT entry FROM (SELECT entry FROM former EXCEPT SELECT entry FROM latter)
          UNION ALL
          SELECT entry FROM (SELECT entry FROM latter EXCEPT SELECT entry FROM former);\
        """
            .formatted(which));
    if (session.number("SELECT count(*) FROM flipped") > 0) {
      session.update(
          "UPDATE entry SET seq = ? WHERE id IN (SELECT entry FROM flipped)",
          transaction.generation());
    }
    session.script("DROP TABLE former; DROP TABLE latter; DROP TABLE flipped;");
  }

  private void insert(StoredDecision decision) throws SQLException {
    long item = item(decision.item());
    Long entry = decision.uri().isEmpty() ? null : entry(decision.uri());
    insert(item, entry, decision);
  }

  private long item(String id) throws SQLException {
    return session
        .first(row -> row.getLong(1), "SELECT id FROM item WHERE name = ?", id)
        .orElseThrow(() -> unknown("item", id));
  }

  private long entry(String uri) throws SQLException {
    return session
        .first(row -> row.getLong(1), "SELECT id FROM entry WHERE uri = ?", uri)
        .orElseThrow(() -> unknown("photo", uri));
  }

  private void insert(long item, @Nullable Long entry, StoredDecision decision)
      throws SQLException {
    try {
      session.update(
          """
          INSERT INTO decision (item, entry, rank, reason, detail, score)
          VALUES (?, ?, ?, ?, ?, ?)\
          """,
          item,
          entry,
          decision.rank(),
          decision.reason(),
          decision.detail(),
          Double.isNaN(decision.score()) ? null : decision.score());
    } catch (SQLException e) {
      if (CatalogErrors.isConstraint(e)) {
        throw new IllegalArgumentException("two decisions on the same: " + decision, e);
      }
      throw e;
    }
  }

  private static IllegalArgumentException unknown(String what, String id) {
    return new IllegalArgumentException("a decision on an unknown " + what + ": " + id);
  }
}
