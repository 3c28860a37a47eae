package dev.anmok.opensearch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where a cluster is and how to speak with it. No text of it shows a secret.
///
/// @param addresses `http://host:port` or `https://host:port` of one or more nodes; a request goes
///   to another where one does not answer
/// @param authority certificates in PEM by which to trust the cluster's; empty for those that the
///   system trusts
/// @param credentials who asks; sent over TLS or to this machine only
/// @param connectTimeout for a connection
/// @param responseTimeout for an answer
/// @param retries how long to try again; what is only asked is not tried again once [#ASKING] has
///   passed
public record ClusterSettings(
    List<URI> addresses,
    Optional<Path> authority,
    Credentials credentials,
    Duration connectTimeout,
    Duration responseTimeout,
    RetryBudget retries) {
  /// How long a question is asked again: losing a node takes less.
  static final Duration ASKING = Duration.ofSeconds(15);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration RESPONSE = Duration.ofSeconds(60);
  private static final int PORT = 9200;

  public ClusterSettings {
    addresses = addresses.stream().map(ClusterSettings::checked).toList();
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a cluster needs an address, such as " + example());
    }
    if (!connectTimeout.isPositive() || !responseTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "time-outs must be > 0, were %s and %s".formatted(connectTimeout, responseTimeout));
    }
    if (credentials.authorization().isPresent()) {
      addresses.forEach(ClusterSettings::checkSafe);
    }
  }

  /// A cluster of no users, with the usual time-outs.
  public static ClusterSettings of(List<URI> addresses) {
    return new ClusterSettings(
        addresses,
        Optional.empty(),
        new Credentials.Anonymous(),
        CONNECT,
        RESPONSE,
        RetryBudget.DEFAULT);
  }

  /// The same with other credentials.
  public ClusterSettings with(Credentials other) {
    return new ClusterSettings(
        addresses, authority, other, connectTimeout, responseTimeout, retries);
  }

  /// The same, trusting the certificates of a file.
  public ClusterSettings trusting(Path file) {
    return new ClusterSettings(
        addresses, Optional.of(file), credentials, connectTimeout, responseTimeout, retries);
  }

  /// The same with other time-outs.
  public ClusterSettings within(Duration connect, Duration response) {
    return new ClusterSettings(addresses, authority, credentials, connect, response, retries);
  }

  /// The same with another retry budget.
  public ClusterSettings with(RetryBudget other) {
    return new ClusterSettings(
        addresses, authority, credentials, connectTimeout, responseTimeout, other);
  }

  /// The addresses as messages name them.
  String name() {
    return addresses.stream().map(URI::toString).collect(Collectors.joining(", "));
  }

  private static URI checked(URI address) {
    var scheme = address.getScheme();
    var path = address.getPath();
    if (!("http".equals(scheme) || "https".equals(scheme))
        || address.getHost() == null
        || address.getUserInfo() != null
        || address.getQuery() != null
        || !(path == null || path.isEmpty() || path.equals("/"))) {
      var shown = address.getUserInfo() == null ? "'" + address + "'" : "one with a password";
      throw new IllegalArgumentException(
          "the address of a cluster must be like %s, was %s".formatted(example(), shown));
    }
    int port = address.getPort() < 0 ? PORT : address.getPort();
    return URI.create(scheme + "://" + address.getHost() + ":" + port);
  }

  private static void checkSafe(URI address) {
    if (!address.getScheme().equals("https") && !isThisMachine(address.getHost())) {
      throw new IllegalArgumentException(
          address + ": a password or key is sent over https:// only; change the address");
    }
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String example() {
    return "https://search.example.org:9200";
  }
}
