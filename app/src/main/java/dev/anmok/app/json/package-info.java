/// The JSON shapes of answers, the same on the command line and over HTTP.
@NullMarked
package dev.anmok.app.json;

import org.jspecify.annotations.NullMarked;
