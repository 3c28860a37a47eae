package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columnsAlignWithKoreanTakingTwoPlaces() {
    var out = new ByteArrayOutputStream();

    new Table("item", "n")
        .row("달빛 서재", 5)
        .row("abc", 12)
        .print(new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("item       n", "달빛 서재  5", "abc        12");
  }
}
