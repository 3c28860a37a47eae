package dev.anmok.app.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Allows what everybody on the Internet can reach, and nothing else.
///
/// Of IPv4 all special-purpose blocks are refused, multicast, and one address by which a cloud's
/// machines reach their host. Of IPv6 only `2000::/3`, the global unicast addresses, is allowed,
/// without its special blocks; an IPv4 address inside an IPv6 one (mapped, or translated by the
/// well-known prefix of NAT64) is held to the rules of IPv4, and ways to tunnel to one (6to4,
/// Teredo) are refused.
///
/// Source: IANA's registries of special-purpose IPv4 and IPv6 addresses (RFC 6890), and of IPv4 and
/// IPv6 multicast and unicast space.
final class PublicAddresses implements AddressRule {
  private static final List<AddressBlock> REFUSED =
      List.of(
          AddressBlock.of("0.0.0.0/8", "of this network itself (%, RFC 791)"),
          AddressBlock.of("10.0.0.0/8", "for private networks (%, RFC 1918)"),
          AddressBlock.of("100.64.0.0/10", "shared by a provider's customers (%, RFC 6598)"),
          AddressBlock.of("127.0.0.0/8", "this machine itself (%, RFC 1122)"),
          AddressBlock.of("169.254.0.0/16", "of the local link (%, RFC 3927)"),
          AddressBlock.of("172.16.0.0/12", "for private networks (%, RFC 1918)"),
          AddressBlock.of("192.0.0.0/24", "for protocols (%, RFC 6890)"),
          AddressBlock.of("192.0.2.0/24", "for documentation (%, RFC 5737)"),
          AddressBlock.of("192.88.99.0/24", "of a former relay (%, RFC 7526)"),
          AddressBlock.of("192.168.0.0/16", "for private networks (%, RFC 1918)"),
          AddressBlock.of("198.18.0.0/15", "for benchmarks (%, RFC 2544)"),
          AddressBlock.of("198.51.100.0/24", "for documentation (%, RFC 5737)"),
          AddressBlock.of("203.0.113.0/24", "for documentation (%, RFC 5737)"),
          AddressBlock.of("224.0.0.0/4", "for groups of receivers (%, RFC 5771)"),
          AddressBlock.of("255.255.255.255/32", "for everybody on a network (%, RFC 8190)"),
          AddressBlock.of("240.0.0.0/4", "reserved (%, RFC 1112)"),
          AddressBlock.of("168.63.129.16/32", "the host of a cloud's machines (%, Azure)"),
          AddressBlock.of("::/128", "no address (%, RFC 4291)"),
          AddressBlock.of("::1/128", "this machine itself (%, RFC 4291)"),
          AddressBlock.of("::/96", "an outdated form of an IPv4 address (%, RFC 4291)"),
          AddressBlock.of("64:ff9b:1::/48", "for local translation (%, RFC 8215)"),
          AddressBlock.of("100::/64", "for discarding (%, RFC 6666)"),
          AddressBlock.of("2001::/32", "a Teredo tunnel (%, RFC 4380)"),
          AddressBlock.of("2001::/23", "for protocols (%, RFC 2928)"),
          AddressBlock.of("2001:db8::/32", "for documentation (%, RFC 3849)"),
          AddressBlock.of("2002::/16", "a 6to4 tunnel (%, RFC 3056)"),
          AddressBlock.of("3fff::/20", "for documentation (%, RFC 9637)"),
          AddressBlock.of("fc00::/7", "for private networks (%, RFC 4193)"),
          AddressBlock.of("fe80::/10", "of the local link (%, RFC 4291)"),
          AddressBlock.of("fec0::/10", "for private networks (%, RFC 3879)"),
          AddressBlock.of("ff00::/8", "for groups of receivers (%, RFC 4291)"));

  private static final AddressBlock GLOBAL = AddressBlock.of("2000::/3", "");
  private static final AddressBlock TRANSLATED = AddressBlock.of("64:ff9b::/96", "");
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  @Override
  public Optional<String> refusal(InetAddress address) {
    return refusal(address.getAddress());
  }

  private static Optional<String> refusal(byte[] address) {
    if (holdsIpv4(address)) {
      return refusal(Arrays.copyOfRange(address, 12, 16));
    }
    for (var block : REFUSED) {
      if (block.holds(address)) {
        return Optional.of(block.refusal());
      }
    }
    return address.length == 4 || GLOBAL.holds(address)
        ? Optional.empty()
        : Optional.of("not of the public Internet (outside 2000::/3, RFC 4291)");
  }

  /// Whether the last four of 16 bytes are where the connection really goes. Java makes mapped
  /// addresses IPv4 by itself in most places, not in all.
  private static boolean holdsIpv4(byte[] address) {
    return address.length == 16
        && (TRANSLATED.holds(address)
            || Arrays.equals(address, 0, MAPPED.length, MAPPED, 0, MAPPED.length));
  }
}
