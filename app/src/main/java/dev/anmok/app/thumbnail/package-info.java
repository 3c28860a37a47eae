/// Photos as people are shown them: upright JPEG at a few sizes, without metadata, kept in memory.
@NullMarked
package dev.anmok.app.thumbnail;

import org.jspecify.annotations.NullMarked;
