/// app adapter.
@NullMarked
package dev.anmok.app;

import org.jspecify.annotations.NullMarked;
