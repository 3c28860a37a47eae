package dev.anmok.app.fetch;

import java.net.InetAddress;
import java.util.Optional;

/// Which addresses may be connected to. Implementations are thread-safe.
@FunctionalInterface
public interface AddressRule {
  /// What an address is that may not be connected to, in words that follow "is", such as `for
  /// private networks (10.0.0.0/8, RFC 1918)`; empty for one that may.
  Optional<String> refusal(InetAddress address);
}
