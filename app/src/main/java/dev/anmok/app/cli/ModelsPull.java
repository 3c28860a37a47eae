package dev.anmok.app.cli;

import dev.anmok.app.hub.Hub;
import dev.anmok.app.hub.PackPull;
import dev.anmok.app.hub.PullLimits;
import dev.anmok.app.workspace.Models;
import dev.anmok.onnx.DescribedPack;
import dev.anmok.onnx.PublishedFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok models pull`.
@Command(
    name = "pull",
    description = {
      "Pulls a public model from a hub, verifies it and puts it into the workspace's model store.",
      "A pull that broke off goes on where it was. anmok models list --described says what there is."
    })
final class ModelsPull implements Callable<Integer> {
  private static final String HUB = "ANMOK_HUB";

  private final Console console;
  @ParentCommand private ModelsCommand models = new ModelsCommand();

  @Parameters(
      paramLabel = "ID|FOLDER",
      description = "the model, such as siglip2-base, or a folder with a description of one's own")
  private String name = "";

  @Option(
      names = "--hub",
      paramLabel = "URL",
      description = "the hub's address (default: that in ANMOK_HUB, else " + Hub.USUAL + ")")
  private @Nullable String address;

  @Option(
      names = "--token-env",
      paramLabel = "NAME",
      description = "the environment variable with the token that the hub wants")
  private @Nullable String tokenVariable;

  @Option(
      names = "--proxy",
      paramLabel = "HOST:PORT",
      description = "the HTTP proxy to go through (default: none)")
  private @Nullable String proxy;

  @Mixin private PublishedOptions published = new PublishedOptions();

  @Option(
      names = "--revision",
      paramLabel = "NAME",
      description = "another branch, tag or commit than the description's")
  private @Nullable String revision;

  ModelsPull(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var hub = hub();
    var proxyOrNull = proxy == null ? null : proxy(proxy);
    var wanted = wanted();
    var copy = published.into(Models.in(models.workspace()));
    try (var line = new ProgressLine(console, "MB")) {
      var pull =
          new PackPull(
              hub,
              proxyOrNull,
              copy,
              PullLimits.DEFAULT,
              (done, total) -> line.report(done / 1_000_000, 0, total / 1_000_000));
      var added = pull.pull(wanted);
      added.checked().forEach(checked -> console.print("%s: %s", added.id(), checked));
      console.say("%s is there as %s", added.id(), added.folder());
    }
    return 0;
  }

  private PackPull.Wanted wanted() throws IOException {
    var described = described();
    described.warning(name).ifPresent(warning -> console.say("note: %s: %s", name, warning));
    if (revision != null && !PublishedFile.isRevision(revision)) {
      throw new UsageException("--revision must be a branch, a tag or a commit, was " + revision);
    }
    return new PackPull.Wanted(
        described, published.variant(described), Optional.ofNullable(revision));
  }

  private DescribedPack described() throws IOException {
    return name.startsWith(".") || name.startsWith("/") || Files.isDirectory(Path.of(name))
        ? DescribedPack.read(Path.of(name))
        : DescribedPack.of(name);
  }

  private Hub hub() {
    var fromEnvironment = System.getenv(HUB);
    var chosen =
        address != null
            ? address
            : fromEnvironment == null || fromEnvironment.isBlank() ? Hub.USUAL : fromEnvironment;
    var option = address != null ? "--hub" : HUB;
    return UsageException.reading(option, () -> Hub.of(chosen, token()));
  }

  private Optional<Hub.Token> token() {
    if (tokenVariable == null) {
      return Optional.empty();
    }
    var secret = System.getenv(tokenVariable);
    if (secret == null || secret.isBlank() || !secret.strip().matches("[!-~]+")) {
      throw new UsageException(
          "--token-env " + tokenVariable + ": there is no such variable with a token in it");
    }
    return Optional.of(new Hub.Token(tokenVariable, secret.strip()));
  }

  private static HttpHost proxy(String text) {
    try {
      var host = HttpHost.create(text);
      if (host.getPort() > 0 && !text.contains("@")) {
        return host;
      }
    } catch (URISyntaxException | IllegalArgumentException _) {
      // said below
    }
    throw new UsageException("--proxy must be HOST:PORT, was " + text);
  }
}
