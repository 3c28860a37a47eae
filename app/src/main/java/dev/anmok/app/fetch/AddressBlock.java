package dev.anmok.app.fetch;

import java.net.InetAddress;

/// A block of addresses of one family, written `10.0.0.0/8`.
///
/// @param network the first address, in numbers
/// @param bits length of the prefix
/// @param words what it is for, after "is"
@SuppressWarnings("ArrayRecordComponent") // made once, never compared or handed out
record AddressBlock(String text, byte[] network, int bits, String words) {
  static AddressBlock of(String text, String words) {
    int slash = text.indexOf('/');
    var network = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
    return new AddressBlock(text, network, Integer.parseInt(text.substring(slash + 1)), words);
  }

  /// Whether an address of 4 or 16 bytes is of this block.
  boolean holds(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (address[i] != network[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    return rest == 0 || ((address[whole] ^ network[whole]) & 0xff) >> (8 - rest) == 0;
  }

  String refusal() {
    return words.replace("%", text);
  }
}
