package dev.anmok.sqlite;

import dev.anmok.core.pipeline.ItemList;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists of items from the catalog's file. Items are read in order of their names and each one's
/// own decision is looked up, so that a first page costs a page, whatever the size of the catalog.
///
/// @param readers the connections that read
record SqliteItemList(Readers readers) implements ItemList {
  private static final String COLUMNS =
      """
      SELECT item.id, item.name, item.title, own.reason, own.detail, own.rank,
        (SELECT count(*) FROM entry WHERE entry.item = item.id AND entry.photo IS NOT NULL),
        EXISTS (SELECT 1 FROM chosen WHERE chosen.item = item.id)
      """;

  private static final String DECIDED =
      "FROM item CROSS JOIN decision own ON own.item = item.id AND own.entry IS NULL ";

  private static final String OWN =
      "(SELECT id FROM decision INDEXED BY decision_own"
          + " WHERE decision.item = item.id AND decision.entry IS NULL) ";

  private static final String ALL = "FROM item LEFT JOIN decision own ON own.id = " + OWN;

  private static final String TEXT =
      " AND (instr(lower(item.name), lower(?1)) > 0 OR instr(lower(item.title), lower(?1)) > 0)";

  /// A query from FROM on; the first parameter is the text, if there is one.
  private static String part(Wanted wanted) {
    var state =
        switch (wanted.state()) {
          case ANY -> ALL + "WHERE 1";
          case KEPT -> DECIDED + "WHERE own.rank > 0";
          case DROPPED -> DECIDED + "WHERE own.rank = 0";
          case UNDECIDED -> ALL + "WHERE NOT EXISTS " + OWN;
          case BY_HAND -> ALL + "WHERE item.id IN (SELECT item FROM chosen)";
        };
    return wanted.text().isEmpty() ? state : state + TEXT;
  }

  @Override
  public long count(Wanted wanted) throws IOException {
    var part =
        switch (wanted.state()) { // where the decisions are not asked, they are not looked up
          case ANY, BY_HAND, UNDECIDED -> part(wanted).replace(ALL, "FROM item ");
          case KEPT, DROPPED -> part(wanted);
        };
    return readers.read(session ->
        wanted.text().isEmpty()
            ? session.number("SELECT count(*) " + part)
            : session.number("SELECT count(*) " + part, wanted.text()));
  }

  @Override
  public List<Listed> page(Wanted wanted, long offset, int limit) throws IOException {
    var part = part(wanted);
    return readers.read(session -> {
      var page = new ArrayList<Listed>();
      var sql = COLUMNS + part + " ORDER BY item.name LIMIT ?2 OFFSET ?3";
      try (var rows = session.query(sql, wanted.text(), limit, offset)) {
        while (rows.next()) {
          page.add(listed(session, rows));
        }
      }
      return page;
    });
  }

  @Override
  public Optional<Listed> find(String id) throws IOException {
    return readers.read(session ->
        session.first(row -> listed(session, row), COLUMNS + ALL + "WHERE item.name = ?", id));
  }

  private static Listed listed(Session session, ResultSet row) throws SQLException {
    var reason = row.getString(4);
    var detail = row.getString(5);
    return new Listed(
        new ItemReader(session).item(row),
        reason == null ? "" : reason,
        detail == null ? "" : detail,
        row.getLong(6) > 0,
        row.getLong(7),
        representatives(session, row.getLong(1)),
        row.getBoolean(8));
  }

  private static List<String> representatives(Session session, long item) throws SQLException {
    var digests = new ArrayList<String>();
    try (var rows =
        session.query(
            """
            SELECT photo.sha256 FROM decision
            CROSS JOIN entry ON entry.id = decision.entry
            CROSS JOIN photo ON photo.id = entry.photo
            WHERE decision.item = ? AND decision.rank > 0
            ORDER BY decision.rank\
            """,
            item)) {
      while (rows.next()) {
        digests.add(HexFormat.of().formatHex(rows.getBytes(1)));
      }
    }
    return digests;
  }

  @Override
  public Map<String, Long> reasons() throws IOException {
    return readers.read(session -> {
      var reasons = new LinkedHashMap<String, Long>();
      try (var rows =
          session.query(
              """
              SELECT reason, count(*) FROM decision WHERE entry IS NULL
              GROUP BY reason ORDER BY reason\
              """)) {
        while (rows.next()) {
          reasons.put(rows.getString(1), rows.getLong(2));
        }
      }
      return reasons;
    });
  }
}
