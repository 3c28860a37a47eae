package dev.anmok.app.cache;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The real program `redis-server` on a port of its own, keeping nothing on disk. Where it is not
/// installed, the test that asks for it is skipped.
///
/// @param port where it listens
record RedisProgram(Process process, int port) implements AutoCloseable {
  static RedisProgram start() throws IOException, InterruptedException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    return start(port);
  }

  static RedisProgram start(int port) throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/redis-server")),
        "skipped: redis-server is not installed (Debian: apt install redis-server)");
    var process =
        new ProcessBuilder(
                "/usr/bin/redis-server",
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                System.getProperty("java.io.tmpdir"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int i = 0; i < 100; i++) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return new RedisProgram(process, socket.getPort());
      } catch (IOException e) {
        Thread.sleep(50); // not yet listening
      }
    }
    process.destroyForcibly();
    throw new IOException("redis-server does not listen at port " + port);
  }

  String address() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
  }
}
