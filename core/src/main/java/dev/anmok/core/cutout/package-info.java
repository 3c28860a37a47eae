/// Telling a photo's subject from its background: masks, when to believe one, and what is put
/// behind a cut-out.
@NullMarked
package dev.anmok.core.cutout;

import org.jspecify.annotations.NullMarked;
