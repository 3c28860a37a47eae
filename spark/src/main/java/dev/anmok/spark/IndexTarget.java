package dev.anmok.spark;

import dev.anmok.opensearch.RebuildTicket;
import java.io.Serializable;

/// What every executor must know of the index that is made. It holds no secret: each process reads
/// those from its own environment.
///
/// @param profile name or path of the profile
/// @param profileText the profile as the job was run with
/// @param file where the file lies that names the cluster, on the driver
/// @param fileText what it says
/// @param space short name of the space
/// @param ticket to write into the new index
record IndexTarget(
    String profile,
    String profileText,
    String file,
    String fileText,
    String space,
    RebuildTicket ticket)
    implements Serializable {
  private static final long serialVersionUID = 1;
}
