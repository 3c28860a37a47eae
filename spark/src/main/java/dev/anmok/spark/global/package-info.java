/// Questions about all photos of a table at once, answered on Spark as on one machine: duplicates,
/// and decisions on items.
@NullMarked
package dev.anmok.spark.global;

import org.jspecify.annotations.NullMarked;
