-- What classifiers took items and photos for. Of the two subjects one is null; `verdict` is sure,
-- likely or unknown.
CREATE TABLE category (
  id               INTEGER PRIMARY KEY,
  item             INTEGER REFERENCES item (id),
  photo            INTEGER REFERENCES photo (id),
  classifier       TEXT NOT NULL,
  space            TEXT NOT NULL,
  verdict          TEXT NOT NULL,
  path             TEXT NOT NULL,
  confidence       REAL NOT NULL,
  runner_up        TEXT NOT NULL, -- may be empty
  runner_up_chance REAL NOT NULL,
  made_of          TEXT NOT NULL, -- equal: nothing need be made anew
  CHECK ((item IS NULL) <> (photo IS NULL))
) STRICT;
CREATE UNIQUE INDEX category_item ON category (item, classifier, space) WHERE item IS NOT NULL;
CREATE UNIQUE INDEX category_photo ON category (photo, classifier, space) WHERE photo IS NOT NULL;
