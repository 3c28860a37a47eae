/// The index port, queries, hits and their grouping by item.
@NullMarked
package dev.anmok.core.search;

import org.jspecify.annotations.NullMarked;
