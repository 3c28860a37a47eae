/// A folder with a catalog and its indexes, and the jobs that work on it.
@NullMarked
package dev.anmok.app.workspace;

import org.jspecify.annotations.NullMarked;
