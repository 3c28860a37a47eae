package dev.anmok.spark.global;

import dev.anmok.app.album.DuplicatesOptions;
import dev.anmok.app.album.SimilarThreshold;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.spark.Console;
import dev.anmok.spark.WrongOptionException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `duplicates`: groups of photos that show the same.
@Command(
    name = "duplicates",
    mixinStandardHelpOptions = true,
    description = {
      "Finds groups of photos that show the same, and which of each to keep: what anmok duplicates",
      "--format json answers for a workspace that is filled from the table."
    })
final class DuplicatesCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private TableOption table = new TableOption();

  @Option(
      names = "--method",
      paramLabel = "M",
      description = "default; dbscan is not done on Spark (default: the profile's)")
  private @Nullable String method;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "exact, near or similar: how much the same at least (default: the profile's)")
  private @Nullable String level;

  @Option(
      names = "--threshold",
      paramLabel = "COSINE",
      description = "similar from this cosine on (default: the profile's, or the space's)")
  private @Nullable String threshold;

  DuplicatesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    table.ask(
        "anmok duplicates",
        (_, session) -> {
          var text = text(session);
          require(text.rule());
          return (spark, source, to) -> {
            var found = new Duplicates(spark, text).find(source);
            var groups = found.groups().values().toLocalIterator();
            long count = new JsonFile(to, text.head(), text.tail()).write(groups);
            console.say("%s: %d groups (%s)", to, count, found.cost());
          };
        });
    return 0;
  }

  private static void require(DuplicateRule rule) {
    try {
      Duplicates.require(rule);
    } catch (IllegalArgumentException e) {
      throw new WrongOptionException(String.valueOf(e.getMessage()), e);
    }
  }

  private GroupText text(Session session) throws IOException {
    var rule = session.profile().album().orElseGet(Profiles::shippedAlbum).duplicates();
    var calibrations = new Calibrations(session.workspace().catalog(), session.pack());
    var similar = SimilarThreshold.of(rule, calibrations);
    try {
      var options = DuplicatesOptions.read(this::setting);
      var asked = options.applyTo(rule.withSimilar(similar.cosine()));
      return new GroupText(asked, options.origin(similar), table.details());
    } catch (IllegalArgumentException e) {
      throw new WrongOptionException("--" + e.getMessage(), e);
    }
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "method" -> method;
          case "level" -> level;
          case "threshold" -> threshold;
          default -> null;
        });
  }
}
