package dev.anmok.app.category;

import dev.anmok.app.profile.CategoryChoice;
import dev.anmok.core.classify.CategoryGuess;
import dev.anmok.core.classify.Sight;
import dev.anmok.core.classify.Taxonomy;
import dev.anmok.core.embed.CutoutGate;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.image.Pixels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps photos of some categories from being cut out. A photo is judged as it is, in the encoder's
/// own space; only a sure or likely category counts. The classifiers are loaded when the first
/// photo comes. Thread-safe.
public final class CategoryOff implements CutoutGate, AutoCloseable {
  private final CategoryChoice choice;
  private final Categorizer.Origin origin;
  private final Set<String> off;
  private final String id;
  private @Nullable Categorizer open;

  private CategoryOff(
      CategoryChoice choice, Categorizer.Origin origin, Set<String> off, String id) {
    this.choice = choice;
    this.origin = origin;
    this.off = off;
    this.id = id;
  }

  /// A gate for some categories.
  ///
  /// @param names heads or leaves of the taxonomy, by path, name or alias
  /// @param origin with the plain encoder's pack
  /// @throws IOException if the taxonomy has no such category, or a classifier is not there or
  ///   cannot be read
  public static CategoryOff of(List<String> names, CategoryChoice choice, Categorizer.Origin origin)
      throws IOException {
    var off = new ArrayList<String>();
    for (var name : names) {
      var path = choice.taxonomy().find(name);
      if (path.isEmpty()) {
        throw new IOException(
            "cutout off-for: the taxonomy has no category '"
                + name
                + "'; it has "
                + String.join(", ", choice.taxonomy().paths()));
      }
      off.add(path.get());
    }
    var bare = choice.seeing(Set.of()); // views need an encoder of their own, and time
    return new CategoryOff(bare, origin, Set.copyOf(off), id(off, bare, origin));
  }

  /// Changes with the categories, the taxonomy, the gate, and with what classifiers learned and how
  /// their labels are translated.
  private static String id(List<String> off, CategoryChoice choice, Categorizer.Origin origin)
      throws IOException {
    var parts = new ArrayList<>(off.stream().sorted().toList());
    parts.add(choice.taxonomy().heads().toString());
    parts.add(choice.gate().toString());
    for (var use : choice.classifiers()) {
      parts.add(use.toString());
      if (origin.learned().has(use.name())) {
        parts.add(origin.learned().text(use.name()));
      } else if (!use.name().equals(CategoryChoice.ZERO_SHOT)) {
        parts.add(origin.store().classifier(use.name()).classifierId());
      }
      if (use.map().isPresent()) {
        parts.add(Files.readString(use.map().get()));
      }
    }
    return "without " + TextDigest.brief(String.join("\n", parts));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean open(Pixels photo, Embedding vector) {
    var guess = categorizer().of(List.of(new Sight(photo, vector))).getFirst().guess();
    return switch (guess) {
      case CategoryGuess.Unknown _ -> true;
      case CategoryGuess.Sure(var path, _) -> !isOff(path);
      case CategoryGuess.Likely(var path, _) -> !isOff(path);
    };
  }

  private boolean isOff(String path) {
    return off.contains(path) || off.contains(Taxonomy.headOf(path));
  }

  private synchronized Categorizer categorizer() {
    if (open == null) {
      try {
        open = Categorizer.open(choice, origin);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
