/// sqlite adapter.
@NullMarked
package dev.anmok.sqlite;

import org.jspecify.annotations.NullMarked;
