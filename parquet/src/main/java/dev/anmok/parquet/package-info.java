/// Photos with their outcomes as Parquet files.
@NullMarked
package dev.anmok.parquet;

import org.jspecify.annotations.NullMarked;
