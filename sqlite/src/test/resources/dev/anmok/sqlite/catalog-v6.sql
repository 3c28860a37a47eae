-- One photo of an item, and the decision that it stands for it, as the sixth version recorded them.
INSERT INTO item VALUES (1, 'a', 'A');
INSERT INTO photo VALUES (1, X'0000000000000000000000000000000000000000000000000000000000000001', 1001, 'jpeg', 641, 480, NULL);
INSERT INTO measure VALUES (1, 'm1-256', -9223372036854775807, 1.25, 1.5, 1.75);
INSERT INTO space VALUES (1, 'fake-19e1171dea43', 'fake', '00ff', 'squash 8', 'none', 8);
INSERT INTO embedding VALUES (1, 1, 1, X'0000803f00000000000000000000000000000000000000000000000000000000');
INSERT INTO ledger VALUES (1, 'decode', 0), (1, 'measure', 0), (1, 'embed', 1);
INSERT INTO entry VALUES (1, '/1', 1, 1, 1001, 2001, NULL, NULL, NULL, 1, NULL);
INSERT INTO decision VALUES (1, 1, NULL, 1, 'kept', '', 0.5), (2, 1, 1, 1, 'representative', '', 0.25);
UPDATE generation SET value = 1;
PRAGMA user_version = 6;
