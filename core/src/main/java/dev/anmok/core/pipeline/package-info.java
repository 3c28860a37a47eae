/// From a source of photos to the catalog: partitions, stages, ledger and catalog ports.
@NullMarked
package dev.anmok.core.pipeline;

import org.jspecify.annotations.NullMarked;
