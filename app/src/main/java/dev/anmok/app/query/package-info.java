/// From what somebody asks to the sub-queries of a search, and what is said of their answers.
@NullMarked
package dev.anmok.app.query;

import org.jspecify.annotations.NullMarked;
