package dev.anmok.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.api.ApiServer;
import dev.anmok.app.api.ServeOptions;
import dev.anmok.app.cli.CommandLineProgram;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.sample.FewPictures;
import dev.anmok.app.workspace.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A server on a workspace of drawn photos, as `anmok demo` makes them but fewer.
///
/// @param server the running server
/// @param photos the folder of the photos, which it may ingest from
/// @param log what it complained about
record DemoServer(ApiServer server, Path photos, List<String> log) implements AutoCloseable {
  /// Draws, ingests, curates, serves.
  ///
  /// @param folder an empty one
  static DemoServer start(Path folder, int cafes, int each) throws IOException {
    return start(folder, cafes, each, Optional.empty());
  }

  static DemoServer start(Path folder, int cafes, int each, Optional<String> token)
      throws IOException {
    var photos = FewPictures.draw(folder.toRealPath().resolve("photos"), cafes, each);
    var data = folder.resolve("data");
    run("--workspace", data, "ingest", photos, "--profile", "cafe");
    run("--workspace", data, "curate");
    return serve(data, photos, token, 0);
  }

  /// Ingests a folder or a manifest by a profile, and serves.
  static DemoServer ingest(Path data, Path source, String profile) throws IOException {
    run("--workspace", data, "ingest", source, "--profile", profile);
    return serve(data, source.resolveSibling(""), Optional.empty(), 0);
  }

  private static void run(Object... words) {
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    var args = Stream.of(words).map(String::valueOf).toArray(String[]::new);
    assertThat(CommandLineProgram.run(args, out, out)).as("%s", said).isZero();
  }

  /// Serves a workspace that is there.
  ///
  /// @param port 0 for any that is free
  static DemoServer serve(Path data, Path photos, Optional<String> token, int port)
      throws IOException {
    var log = new CopyOnWriteArrayList<String>();
    var options = new ServeOptions("127.0.0.1", port, token, List.of(photos.toRealPath()), null);
    var session = Session.update(data, Optional.empty());
    return new DemoServer(
        ApiServer.start(session, options, ServerLimits.DEFAULT, log::add), photos, log);
  }

  String address() {
    return server.address();
  }

  @Override
  public void close() throws IOException {
    server.close();
    assertThat(log).isEmpty();
  }
}
