-- The catalog of a workspace. A photo is identified by its bytes; an entry is a place (URI) where
-- such bytes, or a file that gave no picture, were found.
PRAGMA application_id = 0x414E4D4B; -- "ANMK"

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: the number of the last transaction that changed what an index must follow.
CREATE TABLE generation (value INTEGER NOT NULL) STRICT;
INSERT INTO generation VALUES (0);

CREATE TABLE item (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL UNIQUE, -- the id that people gave
  title TEXT NOT NULL
) STRICT;

CREATE TABLE metadata (
  item     INTEGER NOT NULL REFERENCES item (id),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  value    TEXT NOT NULL,
  PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE photo (
  id     INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  bytes  INTEGER NOT NULL,
  format TEXT NOT NULL,
  width  INTEGER NOT NULL,
  height INTEGER NOT NULL
) STRICT;

CREATE TABLE measure (
  photo           INTEGER PRIMARY KEY REFERENCES photo (id),
  definition      TEXT NOT NULL,
  perceptual_hash INTEGER NOT NULL,
  luma_mean       REAL NOT NULL,
  luma_std        REAL NOT NULL,
  laplacian_std   REAL NOT NULL
) STRICT;

CREATE TABLE space (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL UNIQUE,
  encoder       TEXT NOT NULL,
  weights       TEXT NOT NULL,
  preprocessing TEXT NOT NULL,
  background    TEXT NOT NULL,
  dimension     INTEGER NOT NULL
) STRICT;

CREATE TABLE embedding (
  id     INTEGER PRIMARY KEY,
  photo  INTEGER NOT NULL REFERENCES photo (id),
  space  INTEGER NOT NULL REFERENCES space (id),
  vector BLOB NOT NULL, -- 32-bit floats, little-endian, unit length
  UNIQUE (photo, space)
) STRICT;

-- Stages finished; `space` is 0 for those that know no space.
CREATE TABLE ledger (
  photo INTEGER NOT NULL REFERENCES photo (id),
  stage TEXT NOT NULL,
  space INTEGER NOT NULL,
  PRIMARY KEY (photo, stage, space)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  id       INTEGER PRIMARY KEY,
  uri      TEXT NOT NULL UNIQUE,
  item     INTEGER REFERENCES item (id),
  photo    INTEGER REFERENCES photo (id), -- null: rejected
  size     INTEGER NOT NULL,              -- of the file in bytes, -1 unknown
  modified INTEGER NOT NULL,              -- milliseconds since 1970, -1 unknown
  sha256   BLOB,                          -- of a rejected file that could be read
  reason   TEXT,                          -- of a rejection
  detail   TEXT,
  seq      INTEGER NOT NULL,              -- generation of its last change, 0 if no index need know
  removed  INTEGER,                       -- generation in which it ceased to be an accepted photo
  CHECK ((photo IS NULL) = (reason IS NOT NULL))
) STRICT;
CREATE INDEX entry_item ON entry (item);
CREATE INDEX entry_photo ON entry (photo);
CREATE INDEX entry_seq ON entry (seq);

CREATE TABLE decision (
  id     INTEGER PRIMARY KEY,
  item   INTEGER NOT NULL REFERENCES item (id),
  entry  INTEGER REFERENCES entry (id), -- null: on the item itself
  rank   INTEGER NOT NULL,              -- 1 and up: chosen; 0: dropped
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  score  REAL                           -- null: none
) STRICT;
CREATE UNIQUE INDEX decision_place ON decision (item, coalesce(entry, 0));
CREATE INDEX decision_chosen ON decision (entry) WHERE rank > 0;
