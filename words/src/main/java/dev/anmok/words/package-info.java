/// Words of Korean and English texts, the same for every index: how texts and queries are taken
/// apart, what a query's words may be found by, and what a hit was found by. Where the terms lie,
/// and how they are scored, is an index's own affair.
@NullMarked
package dev.anmok.words;

import org.jspecify.annotations.NullMarked;
