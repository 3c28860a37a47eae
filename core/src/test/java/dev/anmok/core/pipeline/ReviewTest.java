package dev.anmok.core.pipeline;

import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static Review of(
      String sha256, String subject, String verdict, String kind, String reviewer) {
    return new Review(sha256, subject, verdict, kind, reviewer, Instant.EPOCH, null);
  }

  private static void refused(Runnable making, String words) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("\n");
  }

  @Test
  void takesWordsAndNamesOfTheirForm() {
    assertThat(of(sha(1), "off-topic", "flat_scene", "", "김 검수").decided()).isTrue();
    assertThat(of(sha(1), "blur", "skip", "", "a".repeat(64)).decided()).isFalse();
  }

  @Test
  void refusesWhatIsNoWordNoDigestOrNoName() {
    refused(() -> of("abc", "blur", "sharp", "", "kim"), "64 lower-case hexadecimal");
    refused(() -> of(sha(10).toUpperCase(java.util.Locale.ROOT), "b", "s", "", "k"), "SHA-256");
    refused(() -> of(sha(1), "", "sharp", "", "kim"), "subject must be a word");
    refused(() -> of(sha(1), "Blur", "sharp", "", "kim"), "was 'Blur'");
    refused(() -> of(sha(1), "blur", "very sharp", "", "kim"), "verdict must be a word");
    refused(() -> of(sha(1), "blur", "b".repeat(33), "", "kim"), "verdict");
    refused(() -> of(sha(1), "blur", "blurry", "Motion", "kim"), "kind must be a word");
    refused(() -> of(sha(1), "blur", "sharp", "", " "), "reviewer must be 1 to 64 characters");
    refused(() -> of(sha(1), "blur", "sharp", "", "a".repeat(65)), "reviewer");
    refused(() -> of(sha(1), "blur", "sharp", "", "a\nb"), "was 'a?b'");
  }
}
