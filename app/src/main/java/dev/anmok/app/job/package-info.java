/// Long work that a server does one after the other, watched and cancelled from outside.
@NullMarked
package dev.anmok.app.job;

import org.jspecify.annotations.NullMarked;
