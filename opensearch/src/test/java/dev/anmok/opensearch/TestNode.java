package dev.anmok.opensearch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A process of OpenSearch on this machine, reachable from it only. It ends when this JVM does,
/// however that ends.
final class TestNode implements AutoCloseable {
  /// Who runs it where this is root, whom the server refuses.
  private static final String NOBODY = "65534";

  /// Ends the server when nothing more can come from this JVM, and itself when the server ends.
  private static final String WATCHED =
      "exec 3<&0; \"$@\" & server=$!; { cat <&3 >/dev/null; kill -9 $server; } 2>/dev/null &"
          + " wait $server; kill $!";

  private final Process shell;
  private final Path log;
  private final URI address;
  private final String name;

  private TestNode(Process shell, Path log, URI address, String name) {
    this.shell = shell;
    this.log = log;
    this.address = address;
    this.name = name;
  }

  /// @param port for HTTP, and the port of nodes among themselves
  record Ports(int port, int transport) {}

  /// Starts a node; it is not ready yet.
  ///
  /// @param home for its settings and data; a node that is started there again finds its data
  /// @param heap for example `512m`
  /// @param settings lines of `opensearch.yml`
  static TestNode start(
      Path server, Path home, String name, Ports ports, String heap, List<String> settings)
      throws IOException, InterruptedException {
    var configuration = Files.createDirectories(home.resolve("config"));
    var lines = new ArrayList<>(settings);
    lines.addAll(
        List.of(
            "node.name: " + name,
            "network.host: 127.0.0.1",
            "http.port: " + ports.port(),
            "transport.port: " + ports.transport(),
            "path.data: " + home.resolve("data"),
            "path.logs: " + home.resolve("logs"),
            "bootstrap.memory_lock: false",
            // the disks of build machines are often nearly full
            "cluster.routing.allocation.disk.threshold_enabled: false"));
    Files.write(configuration.resolve("opensearch.yml"), lines);
    Files.write(configuration.resolve("jvm.options"), options(server));
    Files.copy(
        server.resolve("config/log4j2.properties"),
        configuration.resolve("log4j2.properties"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    var log = home.resolve("console.log");
    var temporary = Files.createDirectories(home.resolve("tmp"));
    var command = new ArrayList<>(List.of("/bin/bash", "-c", WATCHED, "node"));
    if (isRoot()) {
      run("chown", "-R", NOBODY + ":" + NOBODY, home.toString());
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    command.add(server.resolve("bin/opensearch").toString());
    var builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var environment = builder.environment();
    environment.put("OPENSEARCH_PATH_CONF", configuration.toString());
    environment.put("OPENSEARCH_TMPDIR", temporary.toString());
    environment.put("OPENSEARCH_JAVA_HOME", System.getProperty("java.home"));
    // A node of a few seconds is faster where nothing is compiled at length.
    environment.put(
        "OPENSEARCH_JAVA_OPTS", "-Xms%s -Xmx%s -XX:TieredStopAtLevel=1".formatted(heap, heap));
    environment.remove("JAVA_TOOL_OPTIONS");
    var address = URI.create("http://127.0.0.1:" + ports.port());
    return new TestNode(builder.start(), log, address, name);
  }

  URI address() {
    return address;
  }

  String name() {
    return name;
  }

  /// Whether the server's process runs.
  boolean alive() {
    return shell.isAlive();
  }

  /// The last lines that it printed.
  String lastWords() {
    try {
      var lines = Files.readAllLines(log);
      return lines.stream().skip(Math.max(0, lines.size() - 25)).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// Ends the server at once, without a word to it.
  void kill() {
    var processes = shell.descendants().toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
    processes.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
  }

  @Override
  public void close() {
    kill();
  }

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /// The server's own options without logs and dumps, with the collector that needs least memory.
  private static List<String> options(Path server) throws IOException {
    return Files.readAllLines(server.resolve("config/jvm.options")).stream()
        .filter(line -> !line.contains("-Xlog") && !line.contains("HeapDump"))
        .filter(line -> !line.contains("-XX:ErrorFile") && !line.contains("G1"))
        .map(line -> line.contains("InitiatingHeapOccupancy") ? "-XX:+UseSerialGC" : line)
        .toList();
  }

  static void run(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }
}
