/// Blur methods by name, with thresholds and models that belong to a workspace or were shipped.
@NullMarked
package dev.anmok.app.blur;

import org.jspecify.annotations.NullMarked;
