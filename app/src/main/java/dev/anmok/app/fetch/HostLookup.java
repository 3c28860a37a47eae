package dev.anmok.app.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Looks a host name up.
@FunctionalInterface
interface HostLookup {
  InetAddress[] addresses(String host) throws UnknownHostException;
}
