package dev.anmok.app.cli;

import dev.anmok.app.workspace.Session;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;

/// Which photos a search looks at: those the profile says, all of them on request, and all of them
/// while nothing has been curated yet.
///
/// @param all whether the user asked for all
record SearchScope(Console console, boolean all) {
  VectorQuery.Scope of(Session session) throws IOException {
    if (all || session.profile().among() == VectorQuery.Scope.ALL) {
      return VectorQuery.Scope.ALL;
    }
    try (var chosen = session.workspace().catalog().representatives()) {
      if (chosen.findAny().isPresent()) {
        return VectorQuery.Scope.REPRESENTATIVES;
      }
    }
    console.say("nothing is curated yet, so all photos are searched (anmok curate chooses)");
    return VectorQuery.Scope.ALL;
  }
}
