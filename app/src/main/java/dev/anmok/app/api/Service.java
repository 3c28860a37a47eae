package dev.anmok.app.api;

import dev.anmok.app.http.Gate;
import dev.anmok.app.job.Jobs;
import dev.anmok.app.workspace.Library;

/// What every route may need.
///
/// @param library the workspace
/// @param gate admission to computing
/// @param jobs long work
record Service(Library library, Gate gate, Jobs jobs) {}
