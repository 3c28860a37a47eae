package dev.anmok.app.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.PackCopy;
import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.onnx.DescribedPack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackPullTest {
  private static final String ROOT = "/Xenova/clip-vit-base-patch16/resolve/main/";

  @TempDir Path workspace;

  @Test
  void aFileThatIsNotThereIsSaidWhileOthersAreUnderWay() throws IOException {
    var refused = new CountDownLatch(1);
    try (var hub = new FakeHub()) {
      hub.always(
          ROOT + "tokenizer.json",
          (exchange, _) -> {
            try {
              assertThat(refused.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(503, -1);
          });
      var wanted = new PackPull.Wanted(DescribedPack.of("clip-vit-b-16"), "fp32", Optional.empty());

      long start = System.nanoTime();
      assertThatThrownBy(() -> pull(hub).pull(wanted))
          .hasMessageMatching("the hub has no onnx/(vision|text)_model.onnx in Xenova/.*");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      refused.countDown();
    }
  }

  private PackPull pull(FakeHub hub) throws IOException {
    var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
    var copy = new PackCopy(Models.in(workspace), decoder, Set.of());
    var limits = new PullLimits(Duration.ofSeconds(15), Duration.ofMillis(1), 1);
    return new PackPull(Hub.of(hub.address(), Optional.empty()), null, copy, limits, (_, _) -> {});
  }
}
