-- What people said of photos, each time they said it, in the order of the ids. Of a photo and a
-- subject the last row counts whose verdict is not 'skip', or else the last.
CREATE TABLE review (
  id       INTEGER PRIMARY KEY,
  photo    INTEGER NOT NULL REFERENCES photo (id),
  subject  TEXT NOT NULL,
  verdict  TEXT NOT NULL,
  kind     TEXT NOT NULL, -- may be empty
  reviewer TEXT NOT NULL,
  at       TEXT NOT NULL, -- ISO 8601, UTC
  machine  TEXT,          -- the machine's verdict at that time; null: it had not looked
  method   TEXT,
  version  TEXT,
  score    REAL,          -- null: none
  CHECK ((machine IS NULL) = (method IS NULL) AND (machine IS NULL) = (version IS NULL))
) STRICT;
CREATE INDEX review_photo ON review (photo, subject);
CREATE INDEX review_reviewer ON review (subject, reviewer);

-- Photos drawn at random from one verdict of one version of a method, for people to check it by.
CREATE TABLE audit (
  photo   INTEGER NOT NULL REFERENCES photo (id),
  subject TEXT NOT NULL,
  version TEXT NOT NULL,
  machine TEXT NOT NULL,
  method  TEXT NOT NULL,
  score   REAL, -- null: none
  PRIMARY KEY (photo, subject, version)
) STRICT, WITHOUT ROWID;
