/// The command line: parse, make one call, print.
@NullMarked
package dev.anmok.app.cli;

import org.jspecify.annotations.NullMarked;
