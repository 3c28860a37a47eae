/// The program: command line, profiles, wiring.
@NullMarked
package dev.anmok.app;

import org.jspecify.annotations.NullMarked;
