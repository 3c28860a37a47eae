/// What was computed once and need not be again: in this process, and in a Redis that several
/// servers share.
@NullMarked
package dev.anmok.app.cache;

import org.jspecify.annotations.NullMarked;
