/// Changing the model of a workspace: a second space is filled beside the one in use, compared with
/// it, and takes its place in one step.
@NullMarked
package dev.anmok.app.reembed;

import org.jspecify.annotations.NullMarked;
