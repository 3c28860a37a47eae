package dev.anmok.app.cli;

import dev.anmok.app.blur.Networks;
import dev.anmok.app.fetch.FetchLimits;
import dev.anmok.app.fetch.FetchRules;
import dev.anmok.app.fetch.UrlFetcher;
import dev.anmok.app.fetch.UrlPhotos;
import dev.anmok.app.source.ManifestOptions;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.PhotoFiles;
import dev.anmok.core.pipeline.Source;
import dev.anmok.core.quality.BlurNet;
import dev.anmok.core.score.PromptLint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok ingest`: reads photos into the workspace.
@Command(
    name = "ingest",
    description = {
      "Reads photos into the workspace: decodes, measures, embeds and indexes them.",
      "Photos already there are skipped, so a run that was stopped goes on where it was."
    })
final class IngestCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "a folder (each sub-folder is an item), a .csv or .jsonl manifest, or a .txt of URLs")
  private List<Path> sources = List.of();

  @Option(
      names = "--profile",
      required = true,
      paramLabel = "NAME|FILE",
      description =
          "what the photos are for: cafe, album, review, another shipped one, or a .yaml file")
  private String profile = "";

  @Option(names = "--model", paramLabel = "ID", description = "model pack (default: anmok-mini)")
  private @Nullable String model;

  @Mixin private EmbedOptions embedding = new EmbedOptions();

  @Option(names = "--limit", paramLabel = "N", description = "look at the first N photos only")
  private long limit = IngestOptions.NO_LIMIT;

  @Option(
      names = "--allow-urls",
      description = {
        "fetch photos whose place is an http or https URL, from public addresses only, ports 80",
        "and 443; a worker fetches one at a time, so slow servers want more --workers"
      })
  private boolean allowUrls;

  @Mixin private ManifestOptions columns = new ManifestOptions();

  IngestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var options = embedding.limitedTo(limit);
    var opened = new ArrayList<Source>();
    for (var source : sources) {
      opened.add(source(source));
    }
    for (var source : opened) {
      source.count(); // a malformed line or an empty folder is said before a workspace is made
    }
    try (var session = Session.fill(root.workspace(), profile, Optional.ofNullable(model))) {
      console.say("%s", session.pack().licenceLine());
      for (var finding : PromptLint.check(session.profile().lens().prompts())) {
        console.say("note: profile %s: \"%s\" %s", profile, finding.prompt(), finding.message());
      }
      ingest(session, options, opened);
    }
    return 0;
  }

  private void ingest(Session session, IngestOptions options, List<Source> opened)
      throws IOException {
    var report = new IngestReport(console);
    try (var net = Networks.of(session).orElse(null)) {
      var netOrNull = net == null ? null : net.net();
      if (!allowUrls) {
        report.print(session, new IngestJob(session, options, netOrNull), opened);
        return;
      }
      ingestUrls(session, options, opened, netOrNull);
    }
  }

  private void ingestUrls(
      Session session, IngestOptions options, List<Source> opened, @Nullable BlurNet netOrNull)
      throws IOException {
    var report = new IngestReport(console);
    try (var fetcher = new UrlFetcher(FetchRules.PUBLIC, FetchLimits.DEFAULT)) {
      var places = new UrlPhotos(fetcher, new PhotoFiles(DecodeLimits.DEFAULT.maxBytes()));
      report.print(session, new IngestJob(session, options, places, netOrNull), opened);
    }
  }

  private Source source(Path source) throws IOException {
    try {
      return columns.open(source);
    } catch (IllegalArgumentException e) {
      throw new UsageException("" + e.getMessage());
    }
  }
}
