/// Runs labelled queries and grades what they find.
@NullMarked
package dev.anmok.app.retrieval;

import org.jspecify.annotations.NullMarked;
