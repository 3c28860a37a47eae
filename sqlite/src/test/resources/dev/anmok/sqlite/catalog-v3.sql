-- One photo as the third version of the program recorded it: Samples.photo(1) at /1, with details of
-- the definition that was then in force, and a review.
INSERT INTO photo VALUES (1, X'0000000000000000000000000000000000000000000000000000000000000001', 1001, 'jpeg', 641, 480, '2024-02-29T23:59:01');
INSERT INTO measure VALUES (1, 'm1-256', -9223372036854775807, 1.25, 1.5, 1.75);
INSERT INTO space VALUES (1, 'fake-19e1171dea43', 'fake', '00ff', 'squash 8', 'none', 8);
INSERT INTO embedding VALUES (1, 1, 1, X'0000803f00000000000000000000000000000000000000000000000000000000');
INSERT INTO detail VALUES (1, 'd0', X'00000000000000000000000000000000000000000000000000000000000003E9', 1, 2, 0.125, 0, 1, '{"laplacian_std_8bit":5.0}');
INSERT INTO ledger VALUES (1, 'decode', 0), (1, 'measure', 0), (1, 'embed', 1), (1, 'detail', 0);
INSERT INTO entry VALUES (1, '/1', NULL, 1, 1001, 2001, NULL, NULL, NULL, 1, NULL);
INSERT INTO setting VALUES ('profile.name', 'album');
UPDATE generation SET value = 1;
INSERT INTO review VALUES (1, 1, 'blur', 'sharp', '', 'lee', '2026-02-28T09:00:00Z', NULL, NULL, NULL, NULL);
PRAGMA user_version = 3;
