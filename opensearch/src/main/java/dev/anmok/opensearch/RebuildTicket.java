package dev.anmok.opensearch;

import java.io.Serializable;

/// Lets other processes write into the new index of a [Rebuild], as long as it is not closed. Holds
/// no secret.
///
/// @param index name of the new index
/// @param opening which opening for writing it is of; a later one makes it void
public record RebuildTicket(String index, long opening) implements Serializable {
  private static final long serialVersionUID = 1;
}
