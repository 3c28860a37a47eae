package dev.anmok.app.cli;

import dev.anmok.app.api.ServeOptions;
import dev.anmok.app.cache.Caching;
import dev.anmok.app.cache.RedisCache;
import dev.anmok.app.fetch.FetchRules;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok serve`: the pages and the HTTP API.
@Command(
    name = "serve",
    description = {
      "Serves the workspace's pages and its HTTP API until it is stopped by Ctrl-C or SIGTERM.",
      "/openapi.json lists the routes."
    })
final class ServeCommand implements Callable<Integer> {
  private static final int MIN_TOKEN = 16;
  private static final int MAX_CACHE = 65_536;

  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "address to listen at (default: 127.0.0.1); others need --token")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "port to listen at, 0 for any that is free (default: 8080)")
  private int port = 8080;

  @Option(
      names = "--token",
      paramLabel = "FILE",
      description = "file whose first line callers must send as a bearer token")
  private @Nullable Path token;

  @Option(
      names = "--allow-folder",
      paramLabel = "DIR",
      description = "folder that clients may ingest from; may repeat (default: none)")
  private List<Path> folders = List.of();

  @Option(
      names = "--allow-urls",
      description = "let clients name URLs of photos, which are then fetched")
  private boolean urls;

  @Option(
      names = "--cache",
      paramLabel = "MB",
      description = "memory for remembered vectors and answers, 0 for none (default: 64)")
  private int cache = Caching.DEFAULT.megabytes();

  @Option(
      names = "--redis",
      paramLabel = "URL",
      description = {
        "redis://host:port of a Redis that several servers share for what they remember; its",
        "password is read from the environment variable ANMOK_REDIS_PASSWORD"
      })
  private @Nullable String redis;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      description = "default: the workspace's own, album for a new one")
  private @Nullable String profile;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var options = options();
    new Serving(console).run(session(), options);
    return 0;
  }

  private Session session() throws IOException {
    var folder = root.workspace();
    return Workspace.present(folder)
        ? Session.update(folder, Optional.ofNullable(profile))
        : Session.fill(folder, profile == null ? "album" : profile, Optional.empty());
  }

  private ServeOptions options() throws IOException {
    Serving.port(port);
    if (token == null && !loopback()) {
      throw new UsageException(
          "--host "
              + host
              + " can be reached by others: give --token FILE, a file with a secret of at least "
              + MIN_TOKEN
              + " characters");
    }
    var real = new ArrayList<Path>();
    for (var folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new UsageException("--allow-folder " + folder + ": there is no such folder");
      }
      real.add(folder.toRealPath());
    }
    var rules = urls ? FetchRules.PUBLIC : null;
    return new ServeOptions(host, port, secret(), real, rules, caching());
  }

  private Caching caching() {
    if (cache < 0 || cache > MAX_CACHE) {
      throw new UsageException("--cache must be 0.." + MAX_CACHE + " megabytes, was " + cache);
    }
    var address = Optional.ofNullable(redis);
    address.ifPresent(each -> UsageException.reading("--redis", () -> RedisCache.checked(each)));
    return new Caching(cache, address);
  }

  private boolean loopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new UsageException("--host " + host + ": there is no such address");
    }
  }

  private Optional<String> secret() throws IOException {
    if (token == null) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(token)) {
      throw new UsageException("--token " + token + ": there is no such file");
    }
    var secret = Files.readString(token).lines().findFirst().orElse("").strip();
    if (secret.length() < MIN_TOKEN) {
      throw new UsageException(
          "--token " + token + ": its first line must have at least " + MIN_TOKEN + " characters");
    }
    warnIfReadable(token);
    return Optional.of(secret);
  }

  private void warnIfReadable(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
      console.say("note: everybody on this machine may read %s: chmod 600 %s", file, file);
    }
  }
}
