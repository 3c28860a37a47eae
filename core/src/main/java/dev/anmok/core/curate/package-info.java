/// Decisions with reasons: which photos represent an item, which are dropped and why.
@NullMarked
package dev.anmok.core.curate;

import org.jspecify.annotations.NullMarked;
