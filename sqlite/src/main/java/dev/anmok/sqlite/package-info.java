/// The catalog and its ledger in one SQLite file.
@NullMarked
package dev.anmok.sqlite;

import org.jspecify.annotations.NullMarked;
