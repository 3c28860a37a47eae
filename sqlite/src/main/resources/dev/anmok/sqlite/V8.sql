-- Photos that could not be embedded in a space beside the one in use. One that has a vector there
-- meanwhile counts as embedded, whatever stands here.
CREATE TABLE unembedded (
  photo  INTEGER NOT NULL REFERENCES photo (id),
  space  TEXT NOT NULL, -- name of the space, which need not have any vector
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (photo, space)
) STRICT, WITHOUT ROWID;
