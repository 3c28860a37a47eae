/// lucene adapter.
@NullMarked
package dev.anmok.lucene;

import org.jspecify.annotations.NullMarked;
