package dev.anmok.app.cli;

import dev.anmok.app.query.Finder;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Wish;
import dev.anmok.app.words.QueryTexts;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Towers;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.MatchScale;
import dev.anmok.core.search.SearchRequest.By;
import dev.anmok.core.search.Spread;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.lucene.LuceneIndex;
import dev.anmok.onnx.RuntimeLibraries;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `anmok warm-up`: goes the way of a search once, for the launcher to record which classes a short
/// command needs; also unpacks the native libraries for later starts, where the launcher says to.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final Spread.Of FLAT = query -> new Spread(0, 1);

  private final Console console;

  WarmUpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var libraries = System.getProperty(RuntimeLibraries.PROPERTY);
    if (libraries != null && !RuntimeLibraries.unpack(Path.of(libraries))) {
      System.clearProperty(RuntimeLibraries.PROPERTY);
    }
    var folder = Files.createTempDirectory("anmok-warm-up");
    try {
      search(folder);
    } finally {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    console.say("warm");
    return 0;
  }

  private static void search(Path folder) throws IOException {
    var pack = Models.embedded();
    Embedding query;
    try (var texts = pack.texts()) {
      query = texts.encode(List.of("창가 자리가 있는 아늑한 카페 a room")).getFirst();
    }
    try (var catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"))) {
      catalog.set("warm", "up");
    }
    try (var catalog = SqliteCatalog.openReadOnly(folder.resolve("catalog.sqlite"));
        var chosen = catalog.representatives()) {
      if (chosen.findAny().isPresent()) {
        throw new IllegalStateException("a new catalog has no representatives");
      }
    }
    try (var index = LuceneIndex.open(folder.resolve("index"), pack.space())) {
      index.upsert(List.of(new IndexedPhoto("uri", "00", "item", "title", true, query)));
      index.commit(1);
    }
    var hidden = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    try (var index = LuceneIndex.openReadOnly(folder.resolve("index"), pack.space())) {
      var wanted = new Wanted(List.of(), List.of(), List.of(), List.of(query));
      var finder =
          new Finder(
              Towers.perCall(pack),
              index,
              VectorQuery.Scope.REPRESENTATIVES,
              FLAT,
              MatchScale.uncalibrated(),
              QueryTexts.untranslated(pack.id(), pack.languages()));
      var hits = finder.search(Wish.items(wanted, 10));
      for (var format : Format.values()) {
        new HitOutput(new Console(hidden, hidden, false), format, true).print(By.ITEM, hits);
      }
    }
  }
}
