package dev.anmok.app.cli;

import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.ItemPhotos;
import java.io.IOException;

/// Finds an item that the user named.
final class Items {
  private Items() {}

  /// @throws UsageException if the workspace has no item of this id
  static ItemPhotos find(Session session, String id) throws IOException {
    return session
        .workspace()
        .catalog()
        .item(id, session.pack().space())
        .orElseThrow(() -> new UsageException("there is no item '" + id + "'"));
  }
}
