package dev.anmok.app.profile;

import dev.anmok.core.classify.Taxonomy;
import dev.anmok.core.score.CategorySet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds profiles: the shipped ones by name, others by the path of their file.
public final class Profiles {
  /// Names of the shipped profiles.
  public static final List<String> SHIPPED =
      List.of(
          "cafe",
          "cafe-ko",
          "cafe-as-published",
          "album",
          "album-as-published",
          "review",
          "review-as-published",
          "poster",
          "poster-as-published",
          "commerce",
          "commerce-as-published");

  /// Name of the shipped taxonomy.
  public static final String SHOP = "shop";

  private Profiles() {}

  /// The text of a shipped profile, or of a `.yaml` file.
  ///
  /// @throws UnknownProfileException if it is neither
  /// @throws IOException if the file cannot be read
  public static String text(String nameOrPath) throws IOException {
    if (SHIPPED.contains(nameOrPath)) {
      try (var in = Profiles.class.getResourceAsStream("/profiles/" + nameOrPath + ".yaml")) {
        if (in == null) {
          throw new IllegalStateException("the shipped profile " + nameOrPath + " is not there");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    var file = Path.of(nameOrPath);
    if (!Files.isRegularFile(file)) {
      throw new UnknownProfileException(nameOrPath);
    }
    return Files.readString(file);
  }

  /// Reads a shipped profile by its name or another by its path.
  public static Profile load(String nameOrPath) throws IOException {
    return parse(nameOrPath, text(nameOrPath));
  }

  /// The album section of the shipped profile `album`, which serves where another profile has none.
  public static Album shippedAlbum() {
    try {
      return load("album").album().orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException("the shipped profile album cannot be read", e);
    }
  }

  /// Reads a profile from its text.
  ///
  /// @param source what messages call it
  public static Profile parse(String source, String yaml) throws IOException {
    return new ProfileReader("profile " + source, folder(source)).read(yaml);
  }

  /// Reads a file of categories, written as a profile's section `categories`.
  public static CategorySet categories(Path file) throws IOException {
    return CategoriesSection.read(file);
  }

  /// Reads a file of categories on two levels.
  public static Taxonomy taxonomy(Path file) throws IOException {
    return TaxonomySection.read(file);
  }

  /// The taxonomy that ships with the program.
  public static Taxonomy shippedTaxonomy() {
    try (var in = Profiles.class.getResourceAsStream("/taxonomies/" + SHOP + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the shipped taxonomy is not there");
      }
      var yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return TaxonomySection.parse("taxonomy " + SHOP, yaml);
    } catch (IOException e) {
      throw new IllegalStateException("the shipped taxonomy cannot be read", e);
    }
  }

  private static Path folder(String source) {
    var parent = Path.of(source).getParent();
    return parent == null ? Path.of("") : parent;
  }
}
