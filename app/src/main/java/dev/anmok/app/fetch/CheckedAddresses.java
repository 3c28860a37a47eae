package dev.anmok.app.fetch;

import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/// The only way in which the client learns an address, asked once for each connection: what is
/// returned is what is connected to. If one of a name's addresses may not be reached, none may: a
/// name with public and private addresses is made to deceive.
final class CheckedAddresses implements DnsResolver {
  private final AddressRule rule;
  private final HostLookup lookup;
  private final ExecutorService threads;
  private final Duration limit;

  /// @param threads those that wait for the lookup, which cannot be broken off
  CheckedAddresses(AddressRule rule, HostLookup lookup, ExecutorService threads, Duration limit) {
    this.rule = rule;
    this.lookup = lookup;
    this.threads = threads;
    this.limit = limit;
  }

  /// Carries a refusal through the client.
  static final class RefusedHost extends UnknownHostException {
    @Serial private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    RefusedHost(Refusal refusal) {
      super(refusal.getMessage());
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  /// @param host as [HostName] writes it
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    boolean literal = HostName.isAddress(host);
    var addresses = literal ? new InetAddress[] {InetAddress.ofLiteral(host)} : lookedUp(host);
    for (var address : addresses) {
      var why = rule.refusal(address);
      if (why.isPresent()) {
        // Which address a name leads to is not said: whoever asks might learn an inner network.
        var who = literal ? host + " is " : host + " leads to an address that is ";
        throw new RefusedHost(new Refusal(FetchFault.ADDRESS, who + why.get()));
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private InetAddress[] lookedUp(String host) throws UnknownHostException {
    var found = threads.submit(() -> lookup.addresses(host));
    try {
      return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new UnknownHostException(host);
    } catch (TimeoutException e) {
      found.cancel(true);
      throw refused(FetchFault.TIMED_OUT, host + " was not looked up in time");
    } catch (InterruptedException e) {
      found.cancel(true);
      Thread.currentThread().interrupt();
      throw refused(FetchFault.BUSY, "interrupted");
    }
  }

  private static RefusedHost refused(FetchFault fault, String detail) {
    return new RefusedHost(new Refusal(fault, detail));
  }
}
