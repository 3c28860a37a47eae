/// The local index: photos by vector in a Lucene folder.
@NullMarked
package dev.anmok.lucene;

import org.jspecify.annotations.NullMarked;
