/// The album's four questions: categories, duplicates, highlights, low quality.
@NullMarked
package dev.anmok.app.album;

import org.jspecify.annotations.NullMarked;
