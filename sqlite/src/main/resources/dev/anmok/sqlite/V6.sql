-- Who looked for something, or for whose visitors, by the names that the shop's own system gave.
-- Names stand here and nowhere else, so that forgetting one is to write this small table anew.
CREATE TABLE feedback_owner (
  id   INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'shop')),
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

-- What happened to the hits of searches.
CREATE TABLE feedback (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  at       INTEGER NOT NULL, -- milliseconds since 1970
  person   INTEGER NOT NULL, -- id of a feedback_owner, 0: nobody. No reference: see there
  shop     INTEGER NOT NULL, -- likewise
  answer   TEXT NOT NULL,    -- may be empty
  item     INTEGER REFERENCES item (id),
  photo    INTEGER REFERENCES photo (id),
  position INTEGER NOT NULL, -- from 1; 0: none
  score    REAL,             -- null: none
  category TEXT NOT NULL,    -- may be empty
  CHECK (item IS NOT NULL OR photo IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX feedback_once ON feedback (
  answer, CASE kind WHEN 'disliked' THEN 'liked' ELSE kind END,
  coalesce(item, 0), coalesce(photo, 0), person, shop
);
CREATE INDEX feedback_person ON feedback (person, at) WHERE kind <> 'shown';
CREATE INDEX feedback_shop ON feedback (shop, at) WHERE kind <> 'shown';
