package dev.anmok.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.onnx.PublishedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatheringTest {
  private static final Hub HUB = Hub.of("https://hub.example", Optional.empty());

  @TempDir Path models;
  private Path came = Path.of("");
  private Path part = Path.of("");

  @BeforeEach
  void begun() throws IOException {
    came = models.resolve(".pull-x/model.onnx");
    part = models.resolve(".pull-x/model.onnx.part");
    begin(HUB, coming("main", null));
    leave();
  }

  private void leave() throws IOException {
    Files.writeString(came, "whole");
    Files.writeString(part, "half");
  }

  private void begin(Hub hub, Gathering.Coming coming) throws IOException {
    Gathering.of(models, "x").begin(hub, List.of(coming));
  }

  private static Gathering.Coming coming(
      String revision, @org.jspecify.annotations.Nullable String sha256) {
    var known = Optional.ofNullable(sha256);
    var file =
        new PublishedFile(
            "model.onnx", "owner/name", revision, "model.onnx", OptionalLong.empty(), known, 99);
    return new Gathering.Coming(file, known);
  }

  @Test
  void aPullOfTheSameGoesOn() throws IOException {
    begin(HUB, coming("main", null));

    assertThat(came).exists();
    assertThat(part).exists();
  }

  @Test
  void whatIsOfAnotherRevisionIsThrownAway() throws IOException {
    begin(HUB, coming("v2", null));

    assertThat(came).doesNotExist();
    assertThat(part).doesNotExist();
  }

  @Test
  void whatIsOfAnotherHubIsThrownAwayUnlessItsDigestIsKnown() throws IOException {
    var other = Hub.of("https://mirror.example", Optional.empty());
    begin(other, coming("main", null));
    assertThat(came).doesNotExist();

    begin(HUB, coming("main", "a".repeat(64)));
    leave();
    begin(other, coming("main", "a".repeat(64)));
    assertThat(came).exists();
    begin(other, coming("main", "b".repeat(64)));
    assertThat(came).doesNotExist();
  }

  @Test
  void whatNobodyKnowsTheOriginOfIsThrownAway() throws IOException {
    Files.delete(models.resolve(".pull-x.from"));
    begin(HUB, coming("main", null));

    assertThat(came).doesNotExist();
  }

  @Test
  void whatNoDigestVouchesForIsDoubted() throws IOException {
    Gathering.of(models, "x").doubt(List.of(coming("main", "a".repeat(64))));
    assertThat(came).exists();
    Gathering.of(models, "x").doubt(List.of(coming("main", null)));
    assertThat(came).doesNotExist();
  }
}
