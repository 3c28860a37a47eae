-- What captioners said the photos show, or that they failed.
CREATE TABLE caption (
  photo    INTEGER NOT NULL REFERENCES photo (id),
  model    TEXT NOT NULL,
  language TEXT NOT NULL, -- ISO 639-1
  text     TEXT,          -- null: it failed
  score    REAL,          -- mean log probability; null: none
  problem  TEXT,          -- of a failure
  made     TEXT NOT NULL, -- ISO 8601, UTC
  PRIMARY KEY (photo, model),
  CHECK ((text IS NULL) = (problem IS NOT NULL))
) STRICT, WITHOUT ROWID;
