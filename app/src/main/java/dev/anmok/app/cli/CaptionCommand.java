package dev.anmok.app.cli;

import dev.anmok.app.profile.Words;
import dev.anmok.app.words.CaptionJob;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Session;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.Captioner;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.PhotoFiles;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok caption`: lets a captioner say what the workspace's photos show.
@Command(
    name = "caption",
    description = {
      "Lets a captioner say what each photo shows, so that searches by words find it.",
      "Photos it has captioned are passed over, so a run that was stopped goes on where it was."
    })
final class CaptionCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Option(names = "--limit", paramLabel = "N", description = "caption at most N photos")
  private long limit = Long.MAX_VALUE;

  @Option(names = "--workers", paramLabel = "N", description = "threads (default: one a processor)")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--with",
      paramLabel = "PACK",
      description = "a captioner in the model store (default: section captions of the profile)")
  private @Nullable String with;

  @Option(names = "--retry-failed", description = "try photos again that gave no caption")
  private boolean retryFailed;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      description = "whose captioner is asked (default: the profile of the ingest)")
  private @Nullable String profile;

  CaptionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var options = options();
    try (var session = Session.update(root.workspace(), Optional.ofNullable(profile));
        var captioner = WordModels.of(session).captioner(by(session));
        var _ = new Interruption()) {
      var summary = caption(session, captioner, options);
      if (!summary.interrupted()) {
        index(session);
      }
      var left = session.workspace().catalog().captions().progress(captioner.id());
      console.say(
          "%s: %d photos captioned, %d failed; %d of %d photos have captions%s",
          captioner.id(),
          summary.said(),
          summary.failed(),
          left.said(),
          left.said() + left.failed() + left.missing(),
          summary.interrupted() ? "; stopped early, the same command goes on" : "");
      summary.failures().forEach((detail, count) -> console.say("  %d x %s", count, detail));
      return summary.said() == 0 && summary.failed() > 0 ? 1 : 0;
    }
  }

  private CaptionJob.Options options() {
    try {
      return new CaptionJob.Options(workers, limit, retryFailed);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }

  private Words.By by(Session session) {
    if (with != null) {
      return new Words.By.Pack(with);
    }
    return session
        .profile()
        .words()
        .captioner()
        .orElseThrow(() ->
            new UsageException(
                "the profile names no captioner: add a section captions (see"
                    + " docs/translation.md), or say --with PACK"));
  }

  private CaptionJob.Summary caption(
      Session session, Captioner captioner, CaptionJob.Options options) throws IOException {
    var job =
        new CaptionJob(
            session.workspace().catalog().captions(),
            captioner,
            new PhotoFiles(DecodeLimits.DEFAULT.maxBytes()),
            PhotoDecoder.open(DecodeLimits.DEFAULT),
            options);
    try (var line = new ProgressLine(console, "captioning")) {
      return job.run(line);
    }
  }

  private void index(Session session) throws IOException {
    try (var line = new ProgressLine(console, "indexing")) {
      Indexes.update(session, written -> line.report(written, 0, -1));
    }
  }
}
