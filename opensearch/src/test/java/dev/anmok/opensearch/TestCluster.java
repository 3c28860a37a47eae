package dev.anmok.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Nodes of one real OpenSearch cluster on this machine, in a folder of their own that is deleted
/// when it is closed.
public final class TestCluster implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(3);

  private final Path folder;
  private final Path server;
  private final String heap;
  private final List<String> settings;
  private final List<TestNode.Ports> ports;
  private final List<TestNode> nodes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  private TestCluster(
      Path folder, Path server, String heap, List<String> settings, List<TestNode.Ports> ports) {
    this.folder = folder;
    this.server = server;
    this.heap = heap;
    this.settings = settings;
    this.ports = ports;
  }

  /// Starts a cluster and waits until all of its nodes have found each other.
  ///
  /// @param parts from [NodeFiles#fetch]
  /// @param heap of each node, for example `512m`
  static TestCluster start(Path parts, int nodes, String heap)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("anmok-opensearch");
    var server = NodeFiles.unpack(parts, folder.resolve("server"));
    if (TestNode.isRoot()) {
      TestNode.run("chmod", "-R", "a+rX", folder.toString());
    }
    var ports = freePorts(nodes);
    var cluster = new TestCluster(folder, server, heap, settings(ports), ports);
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
    try {
      for (int i = 0; i < nodes; i++) {
        cluster.nodes.add(cluster.launch(i));
      }
      cluster.await("/_cluster/health?wait_for_status=green&wait_for_nodes=" + nodes);
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /// Addresses of all nodes, whether they run or not.
  public List<URI> addresses() {
    return nodes.stream().map(TestNode::address).toList();
  }

  TestNode node(int number) {
    return nodes.get(number);
  }

  /// Starts a node again that was killed.
  void restart(int number) throws IOException, InterruptedException {
    nodes.set(number, launch(number));
  }

  /// Waits until the cluster answers a request with 200.
  void await(String path) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + READY.toNanos();
    while (true) {
      for (var node : nodes) {
        if (node.alive() && answers(node.address().resolve(path))) {
          return;
        }
      }
      if (System.nanoTime() > deadline || nodes.stream().noneMatch(TestNode::alive)) {
        var words = nodes.stream().map(TestNode::lastWords).toList();
        throw new IOException("no node is ready: " + path + "\n" + String.join("\n\n", words));
      }
      Thread.sleep(200); // between two looks
    }
  }

  private TestNode launch(int number) throws IOException, InterruptedException {
    var name = "node-" + (number + 1);
    return TestNode.start(server, folder.resolve(name), name, ports.get(number), heap, settings);
  }

  private boolean answers(URI address) throws InterruptedException {
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(40)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  private static List<String> settings(List<TestNode.Ports> ports) {
    var settings = new ArrayList<>(List.of("cluster.name: anmok-test"));
    if (ports.size() == 1) {
      settings.add("discovery.type: single-node");
      return settings;
    }
    var seeds = ports.stream().map(p -> "\"127.0.0.1:" + p.transport() + "\"").toList();
    var names = IntStream.rangeClosed(1, ports.size()).mapToObj(i -> "node-" + i).toList();
    settings.add("discovery.seed_hosts: [" + String.join(", ", seeds) + "]");
    settings.add("cluster.initial_cluster_manager_nodes: [" + String.join(", ", names) + "]");
    return settings;
  }

  /// Below those that connections to somewhere else are given, any of which could take one of them
  /// before the node does.
  private static List<TestNode.Ports> freePorts(int nodes) throws IOException {
    var held = new ArrayList<ServerSocket>();
    int next = 10_000 + (int) (ProcessHandle.current().pid() % 9_000);
    try {
      while (held.size() < 2 * nodes) {
        hold(next++).ifPresent(held::add);
      }
      return IntStream.range(0, nodes)
          .mapToObj(i ->
              new TestNode.Ports(
                  held.get(2 * i).getLocalPort(), held.get(2 * i + 1).getLocalPort()))
          .toList();
    } finally {
      for (var socket : held) {
        socket.close();
      }
    }
  }

  private static Optional<ServerSocket> hold(int port) throws IOException {
    try {
      return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (BindException _) {
      return Optional.empty(); // somebody else's
    }
  }

  /// Ends all nodes and deletes what they wrote.
  @Override
  public void close() {
    nodes.forEach(TestNode::close);
    http.close();
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
