/// Pulls the files of public models from a hub.
@NullMarked
package dev.anmok.app.hub;

import org.jspecify.annotations.NullMarked;
