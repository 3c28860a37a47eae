/// Sources of photos that need more than the JDK: CSV and JSON Lines manifests.
@NullMarked
package dev.anmok.app.source;

import org.jspecify.annotations.NullMarked;
