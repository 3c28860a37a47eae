package dev.anmok.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServeCommandTest {
  @TempDir Path folder;

  @Test
  void whatCannotBeServedIsAUsageError() throws IOException {
    var workspace = folder.resolve("data");
    var secret = Files.writeString(folder.resolve("token"), "short\n");

    usage(Run.of("serve", "--host", "0.0.0.0", "--workspace", workspace), "--token FILE");
    usage(Run.of("serve", "--port", "70000", "--workspace", workspace), "--port must be 0..65535");
    usage(Run.of("serve", "--token", secret, "--workspace", workspace), "at least 16 characters");
    usage(
        Run.of("serve", "--token", folder.resolve("x"), "--workspace", workspace), "no such file");
    usage(
        Run.of("serve", "--allow-folder", folder.resolve("x"), "--workspace", workspace),
        "no such folder");
    usage(Run.of("serve", "--profile", "nobody", "--workspace", workspace), "unknown profile");
    assertThat(workspace).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // no SIGTERM there
  void sigtermEndsItWithExitCodeZero() throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.anmok.app.Main",
                "serve",
                "--port",
                "0",
                "--workspace",
                folder.resolve("data").toString())
            .redirectError(folder.resolve("err").toFile())
            .start();
    try (var out =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var client = HttpClient.newHttpClient()) {
      var address = out.readLine();
      assertThat(address)
          .as(Files.readString(folder.resolve("err")))
          .startsWith("http://127.0.0.1:");
      var ready = HttpRequest.newBuilder(URI.create(address + "/health/ready")).build();
      assertThat(client.send(ready, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);

      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(Files.readAllLines(folder.resolve("err")))
          .hasSize(2)
          .first()
          .asString()
          .startsWith("model anmok-mini is not for commercial use");
      assertThat(Files.readAllLines(folder.resolve("err"))).last().isEqualTo("stopping");
    } finally {
      process.destroyForcibly();
    }
  }

  private static void usage(Run run, String part) {
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("anmok: ").contains(part);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }
}
