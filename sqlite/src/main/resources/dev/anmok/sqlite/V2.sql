-- When the camera took a photo, by its own clock; and what its pixels say at native resolution.
ALTER TABLE photo ADD COLUMN taken TEXT; -- ISO 8601 without a time zone; null: the file does not say

CREATE TABLE detail (
  photo        INTEGER PRIMARY KEY REFERENCES photo (id),
  definition   TEXT NOT NULL,
  pixels       BLOB NOT NULL, -- digest of size and pixels
  sharpness    REAL NOT NULL,
  noise_sigma  REAL NOT NULL,
  blockiness   REAL NOT NULL,
  dark_share   REAL NOT NULL,
  bright_share REAL NOT NULL,
  blur         TEXT NOT NULL -- a JSON object of numbers by name
) STRICT;
