package dev.anmok.opensearch;

import java.io.IOException;

/// A request that a cluster did not carry out: one line that names the cluster's address, what is
/// wrong and what to do.
public final class ClusterException extends IOException {
  private static final long serialVersionUID = 1;

  /// The status of a request that got no answer.
  static final int NO_ANSWER = 0;

  private final int status;
  private final String type;
  private final boolean passing;

  /// @param status of HTTP, or [#NO_ANSWER]
  /// @param type the cluster's own name of the error, empty if it gave none
  /// @param passing whether the same request may be answered a little later
  ClusterException(String message, int status, String type, boolean passing, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.type = type;
    this.passing = passing;
  }

  ClusterException(String message, int status, String type, boolean passing) {
    super(message);
    this.status = status;
    this.type = type;
    this.passing = passing;
  }

  int status() {
    return status;
  }

  /// The cluster's own name of the error, such as `index_not_found_exception`.
  String type() {
    return type;
  }

  boolean passing() {
    return passing;
  }
}
