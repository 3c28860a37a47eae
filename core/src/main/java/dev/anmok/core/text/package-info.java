/// What is known of text without a dictionary: languages, Hangul, spelling.
@NullMarked
package dev.anmok.core.text;

import org.jspecify.annotations.NullMarked;
