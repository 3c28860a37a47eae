/// codec adapter.
@NullMarked
package dev.anmok.codec;

import org.jspecify.annotations.NullMarked;
