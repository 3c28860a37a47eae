-- What people chose for items by hand: who changed it last, and how often it was changed. A choice
-- that was taken back stays, without photos, so that its version goes on.
CREATE TABLE choice (
  item    INTEGER PRIMARY KEY REFERENCES item (id),
  version INTEGER NOT NULL,
  who     TEXT NOT NULL,
  at      TEXT NOT NULL -- ISO 8601, UTC
) STRICT;

-- The photos chosen, by their bytes: the catalog need not have them any more.
CREATE TABLE chosen (
  item   INTEGER NOT NULL REFERENCES choice (item),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  place  INTEGER NOT NULL, -- 1 and up: pinned, in this order; -1 and down: banned, likewise
  PRIMARY KEY (item, sha256)
) STRICT, WITHOUT ROWID;

-- What was decided about items, so that many can be looked up and counted without reading the rows.
CREATE INDEX decision_own ON decision (item, rank, reason) WHERE entry IS NULL;
