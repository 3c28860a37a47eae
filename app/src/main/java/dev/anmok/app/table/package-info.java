/// Folders of Parquet files that a cluster wrote: what they are of, which parts are finished, and
/// how a catalog is filled from them.
@NullMarked
package dev.anmok.app.table;

import org.jspecify.annotations.NullMarked;
