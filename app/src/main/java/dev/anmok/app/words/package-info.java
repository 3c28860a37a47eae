/// What queries and photos say in words: translation of queries, refusal of languages that a space
/// does not know, captions of photos.
@NullMarked
package dev.anmok.app.words;

import org.jspecify.annotations.NullMarked;
