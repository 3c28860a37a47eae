/// The routes of the HTTP API: what each asks of the workspace, and the JSON it answers with.
@NullMarked
package dev.anmok.app.api;

import org.jspecify.annotations.NullMarked;
