package dev.anmok.app.cli;

import dev.anmok.app.profile.Profiles;
import dev.anmok.core.score.CategorySet;
import dev.anmok.core.score.PromptLint;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which categories a command works with: the profile's, or those of a file, in all languages or in
/// some.
final class CategoryFile {
  @Option(
      names = "--categories",
      paramLabel = "FILE",
      description = "a file of categories instead of the profile's")
  private @Nullable Path file;

  @Option(
      names = "--languages",
      split = ",",
      paramLabel = "L",
      description = "prompts of these languages only, en or ko (default: all)")
  private List<String> languages = List.of();

  boolean given() {
    return file != null || !languages.isEmpty();
  }

  /// Reads them and says what looks like a mistake in them.
  CategorySet choose(CategorySet profiles, Console console) throws IOException {
    var all = file == null ? profiles : read(file);
    var chosen = languages.isEmpty() ? all : only(all);
    for (var finding : PromptLint.check(chosen.written())) {
      console.say("note: prompt \"%s\" %s", finding.prompt(), finding.message());
    }
    return chosen;
  }

  private static CategorySet read(Path file) throws IOException {
    try {
      return Profiles.categories(file);
    } catch (NoSuchFileException e) {
      throw new UsageException("--categories " + file + ": there is no such file");
    }
  }

  private CategorySet only(CategorySet all) {
    try {
      return all.in(Set.copyOf(languages));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--languages " + String.join(",", languages) + ": " + e.getMessage());
    }
  }
}
