/// Files of learned heads: reading, writing, importing.
@NullMarked
package dev.anmok.app.head;

import org.jspecify.annotations.NullMarked;
