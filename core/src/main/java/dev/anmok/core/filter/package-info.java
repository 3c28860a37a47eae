/// Typed metadata of items, and the small language that chooses among them.
@NullMarked
package dev.anmok.core.filter;

import org.jspecify.annotations.NullMarked;
