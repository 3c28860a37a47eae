package dev.anmok.app.profile;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a profile says of models that deal in words: sections `translate` and `captions`.
///
/// @param translationOrNull how queries are translated; null if they are not
/// @param captionerOrNull who captions photos; null if nobody does
public record Words(@Nullable Translation translationOrNull, @Nullable By captionerOrNull) {
  /// A profile without either section.
  public static final Words NONE = new Words(null, null);

  /// How queries are translated.
  ///
  /// @param to into which language, an ISO 639-1 code
  /// @param by who translates
  /// @param when which queries are
  public record Translation(String to, By by, When when) {}

  /// Which queries are translated.
  public enum When {
    /// Those in a language that the vector space does not know.
    NEEDED,
    /// Also those that it does know: both are searched for.
    ALWAYS,
    /// None.
    NEVER;

    /// As it stands in a profile.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Who does it.
  public sealed interface By {
    /// A model pack of the workspace.
    record Pack(String id) implements By {}

    /// A service.
    record Service(Endpoint endpoint) implements By {}
  }

  /// How queries are translated, if they are.
  public Optional<Translation> translation() {
    return Optional.ofNullable(translationOrNull);
  }

  /// Who captions photos, if anybody does.
  public Optional<By> captioner() {
    return Optional.ofNullable(captionerOrNull);
  }
}
