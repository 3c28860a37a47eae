/// The ingest stages as a Spark job: a manifest in, Parquet files and a ledger out.
@NullMarked
package dev.anmok.spark;

import org.jspecify.annotations.NullMarked;
