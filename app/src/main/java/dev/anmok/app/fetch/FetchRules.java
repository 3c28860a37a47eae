package dev.anmok.app.fetch;

import java.util.Set;

/// Where a fetch may go.
///
/// @param ports allowed ports, 1 to 65535
/// @param addresses allowed addresses
public record FetchRules(Set<Integer> ports, AddressRule addresses) {
  /// Ports 80 and 443 of public addresses.
  public static final FetchRules PUBLIC = new FetchRules(Set.of(80, 443), new PublicAddresses());

  public FetchRules {
    ports = Set.copyOf(ports);
  }
}
