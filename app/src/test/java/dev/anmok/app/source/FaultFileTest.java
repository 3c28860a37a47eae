package dev.anmok.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultFileTest {
  private static final Set<String> KNOWN = Set.of("blurred", "noisy");
  @TempDir Path folder;

  @Test
  void readsGoodBadAndFaultsByName() throws IOException {
    var file = write("uri,label\na.jpg,good\nb.jpg,bad\nc.jpg,noisy+blurred\n");

    assertThat(FaultFile.read(file, KNOWN))
        .containsEntry(folder.resolve("a.jpg").toString(), Set.of())
        .containsEntry(folder.resolve("b.jpg").toString(), Set.of("bad"))
        .containsEntry(folder.resolve("c.jpg").toString(), Set.of("blurred", "noisy"));
  }

  @Test
  void anUnknownFaultIsSaidWithItsLine() throws IOException {
    var file = write("uri,label\na.jpg,good\nb.jpg,blurry\n");

    assertThatThrownBy(() -> FaultFile.read(file, KNOWN))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("(blurred, noisy), was 'blurry'");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("labels.csv"), text);
  }
}
