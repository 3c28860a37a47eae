package dev.anmok.app.cli;

import dev.anmok.app.album.DuplicateCheck;
import dev.anmok.app.album.DuplicatesAnswer;
import dev.anmok.app.album.DuplicatesJob;
import dev.anmok.app.album.DuplicatesOptions;
import dev.anmok.app.album.SimilarThreshold;
import dev.anmok.app.profile.Album;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.curate.AlbumPhoto;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok duplicates`: groups of photos that show the same.
@Command(
    name = "duplicates",
    description = "Finds groups of photos that show the same, and which of each to keep.")
final class DuplicatesCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();
  @Mixin private AlbumInput input = new AlbumInput();

  @Option(names = "--method", paramLabel = "METHOD", description = "default or dbscan")
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

  @Option(names = "--eps", paramLabel = "D", description = "dbscan: cosine distance (default: 0.1)")
  private @Nullable String eps;

  @Option(names = "--min-samples", paramLabel = "N", description = "dbscan: default 2")
  private @Nullable String minSamples;

  @Option(
      names = "--check",
      description = "say which of the workspace's photos each given photo is the same as")
  private boolean check;

  DuplicatesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try {
      var options = DuplicatesOptions.read(this::setting);
      if (check) {
        input.compare(
            root.workspace(),
            console,
            (session, album, photos) -> check(session, album, photos, options));
      } else {
        input.ask(
            root.workspace(),
            console,
            (context, photos) -> {
              var answer = DuplicatesJob.bind(context).answer(photos, options);
              print(answer);
              return answer;
            });
      }
      return 0;
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "method" -> method;
          case "level" -> level;
          case "threshold" -> threshold;
          case "eps" -> eps;
          case "min-samples" -> minSamples;
          default -> null;
        });
  }

  private void print(DuplicatesAnswer answer) {
    if (input.format() == Format.JSON) {
      if (input.details()) {
        JsonResult.print(console.out(), answer.details());
      } else {
        JsonResult.print(console.out(), answer.plain());
      }
      return;
    }
    for (var group : answer.groups()) {
      console.print("%s  %s  %d photos", group.id(), group.level(), group.others().size() + 1);
      console.print("  * %s  (kept, %s)", Paths.show(group.keeper()), group.reason());
      group.others().forEach(this::print);
    }
    long extra = answer.groups().stream().mapToLong(group -> group.others().size()).sum();
    console.say("%d groups, %d photos beside those to keep", answer.groups().size(), extra);
  }

  private void print(DuplicatesAnswer.Member member) {
    console.print(
        "    %s  %s, cosine %.4f, hash %d bits apart",
        Paths.show(member.uri()), member.level(), member.cosine(), member.hashBits());
  }

  private void check(
      Session session, Album album, List<AlbumPhoto> photos, DuplicatesOptions options)
      throws IOException {
    var catalog = session.workspace().catalog();
    var similar =
        SimilarThreshold.of(album.duplicates(), new Calibrations(catalog, session.pack()));
    try (var index = Indexes.open(session)) {
      var checking = DuplicateCheck.by(album.duplicates(), similar, options, index, catalog);
      var answers = new LinkedHashMap<String, List<DuplicatesAnswer.Member>>();
      for (var photo : photos) {
        long start = System.nanoTime();
        answers.put(photo.uri(), checking.check(photo));
        double millis = (System.nanoTime() - start) / 1e6;
        if (input.details()) {
          console.say("%s: looked up in %.1f ms", photo.uri(), millis);
        }
      }
      print(answers);
    }
  }

  private void print(Map<String, List<DuplicatesAnswer.Member>> answers) {
    if (input.format() == Format.JSON) {
      try (var json = new JsonResult(console.out())) {
        answers.forEach((uri, same) -> {
          var each = new LinkedHashMap<String, Object>();
          each.put("image", uri);
          each.put("same", same.stream().map(DuplicatesAnswer.Member::json).toList());
          json.add(each);
        });
      }
      return;
    }
    answers.forEach((uri, same) -> {
      console.print(
          "%s  %s", uri, same.isEmpty() ? "new" : same.getFirst().level().toLowerCase(Locale.ROOT));
      same.forEach(this::print);
    });
  }
}
