package dev.anmok.core.embed;

/// The runtime had no memory for a batch. A smaller one may go through.
public final class DeviceMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What the runtime said.
  public DeviceMemoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
