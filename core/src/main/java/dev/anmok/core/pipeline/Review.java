package dev.anmok.core.pipeline;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person said of a photo, wherever the photo lies.
///
/// @param sha256 the photo's digest, 64 lower-case hexadecimal digits
/// @param subject what was asked, such as `blur`: a code
/// @param verdict the answer, such as `blurry`: a code; [#SKIP] if there was none
/// @param kind what the answer says more closely, such as `motion`: a code, or empty
/// @param reviewer who said it: 1 to [#MAX_REVIEWER] characters without control characters
/// @param at when
/// @param machineOrNull what the machine said at that time; null if it had not looked
public record Review(
    String sha256,
    String subject,
    String verdict,
    String kind,
    String reviewer,
    Instant at,
    @Nullable MachineVerdict machineOrNull) {
  /// The verdict of somebody who looked and did not decide. It never takes the place of a decision.
  public static final String SKIP = "skip";

  /// Characters (UTF-16) of a reviewer's name.
  public static final int MAX_REVIEWER = 64;

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  public Review {
    if (!DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "a photo's id is its SHA-256 in 64 lower-case hexadecimal digits, was '" + sha256 + "'");
    }
    requireCode("subject", subject);
    requireCode("verdict", verdict);
    if (!kind.isEmpty()) {
      requireCode("kind", kind);
    }
    if (reviewer.isBlank()
        || reviewer.length() > MAX_REVIEWER
        || reviewer.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "reviewer must be 1 to %d characters in one line, was '%s'"
              .formatted(MAX_REVIEWER, reviewer.replaceAll("\\p{Cntrl}", "?")));
    }
  }

  /// Subjects, verdicts and kinds are 1 to 32 lower-case letters, digits, `-` and `_`, a letter
  /// first.
  private static void requireCode(String name, String value) {
    if (!CODE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          name + " must be a word of lower-case letters, digits, '-' and '_', was '" + value + "'");
    }
  }

  /// Whether it answers the question.
  public boolean decided() {
    return !verdict.equals(SKIP);
  }

  /// What the machine said at that time.
  public Optional<MachineVerdict> machine() {
    return Optional.ofNullable(machineOrNull);
  }
}
